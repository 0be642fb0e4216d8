package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/** A step that an officer took about a request. */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface RequestEvent extends RequestStep, Provable
        permits RequestReceived, RequestExtended, RequestAnswered, RequestDenied {

    /** The name of the stream of what officers decided about one request. */
    static String stream(RequestId request) {
        return "request/" + request;
    }
}
