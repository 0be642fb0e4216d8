package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/**
 * A step of an erasure. Not sealed under the person's key, since it has to be read when that is gone: it names nothing but
 * the random subject, which leads to nobody once the person has left the directory.
 */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS, Recipient.CONFIGURED_PARTIES})
public sealed interface ErasureEvent extends DomainEvent, Provable
        permits ErasureRequested,
                ErasureBroughtForward,
                ErasureCancelled,
                ErasureHeld,
                ErasureReleased,
                ErasureStarted,
                SubjectErased,
                ErasureCertified,
                PartyTold {
    String STREAM = "erasure/";

    ErasureId erasure();

    SubjectId subject();

    /** The name of the stream of one person's erasures in the log: at most one of them is under way. */
    static String stream(SubjectId subject) {
        return STREAM + subject;
    }

    /** Whose erasures stand in a stream of this name. */
    static SubjectId subjectOf(String stream) {
        return SubjectId.of(stream.substring(STREAM.length()));
    }
}
