package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/** A step that an officer took about a request, or that was taken since nobody was left to take one for. */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface RequestEvent extends RequestStep, Provable
        permits RequestReceived,
                RequestExtended,
                RequestAnswered,
                RequestAnsweredInPart,
                RequestDenied,
                RequestEndedByErasure,
                RequestWithdrawn {

    /** The name of the stream of what officers decided about one request. */
    static String stream(RequestId request) {
        return "request/" + request;
    }
}
