package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;

/**
 * What a person asked for held as soon as they did: it came and was complied with in full at one time. Stands in the stream of
 * what they set, just before the event that says what that is, which is sealed and goes with its person; this one stays.
 */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public record RequestMet(
        RequestId request,
        SubjectId subject,
        Actor by,
        RequestKind kind,
        Manner manner,
        Regulation regulation,
        Instant at)
        implements RequestStep, Provable {

    @Override
    public Step step() {
        return new Step.Met(new Step.Opened(kind, manner, by, regulation, at, null));
    }
}
