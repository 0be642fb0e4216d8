package com.videowindow.patina.domain.lookup;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at what is kept about a person, or about all of them. Stored before the answer is given, so it says that
 * it was asked for. Not sealed under the person's key: who looked stays known when that is gone, of a random id that leads
 * to nobody then. The same goes for the officer.
 *
 * @param subject at whom; absent where it is about nobody alone, or about somebody who is not there
 * @param reason as the officer gave it
 * @param reference of the case, as the officer gave it
 */
@Processing(
        purposes = ProcessingPurpose.ACCOUNTABILITY,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
public record LookedUp(
        LookupId lookup,
        Actor by,
        LookupKind kind,
        @Nullable SubjectId subject,
        @Nullable LookupReason reason,
        @Nullable CaseReference reference,
        Instant at)
        implements DomainEvent {}
