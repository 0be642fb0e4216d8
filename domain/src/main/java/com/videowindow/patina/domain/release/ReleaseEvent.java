package com.videowindow.patina.domain.release;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;

/** What officers decided about the release of one person's raw events. Names random ids only, so it is not sealed. */
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface ReleaseEvent extends DomainEvent permits ReleaseAsked, ReleaseGranted, ReleaseRefused {
    ReleaseId release();

    SubjectId subject();

    Actor by();

    /** The name of the stream of one release. */
    static String stream(ReleaseId release) {
        return "release/" + release;
    }
}
