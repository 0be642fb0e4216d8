package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Provable;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;

/**
 * A legal reason to keep what is held about a person, whether or not anybody asked to erase it. It stands in the stream of
 * their erasures, so that none starts past it, and outlasts any request that is taken back. Not sealed, as those are not.
 */
@Processing(
        purposes = ProcessingPurpose.RIGHTS_OF_PEOPLE,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public sealed interface LegalHoldEvent extends DomainEvent, Provable permits LegalHoldPlaced, LegalHoldLifted {

    SubjectId subject();

    /** Of the case: a person may be held for several. */
    CaseReference reference();

    Actor by();

    @Override
    Instant at();
}
