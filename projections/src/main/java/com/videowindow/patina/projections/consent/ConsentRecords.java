package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.Processing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Recipient;
import com.videowindow.patina.projections.runner.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document per person with what they chose, when, and under which policy. */
@Component
@Processing(
        purposes = ProcessingPurpose.PROOF_OF_CONSENT,
        basis = LawfulBasis.LEGAL_OBLIGATION,
        recipients = {Recipient.THE_PERSON, Recipient.COMPLIANCE_OFFICERS})
final class ConsentRecords implements ReadModel<ConsentRecord> {
    static final String NAME = "consent-ledger";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ConsentRecord> body() {
        return ConsentRecord.class;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ConsentEvent.class.isAssignableFrom(event) || event == SubjectErased.class;
    }

    @Override
    public @Nullable String key(DomainEvent event, LogPosition position) {
        return switch (event) {
            case ConsentEvent consent -> consent.subject().toString();
            case SubjectErased erased -> erased.subject().toString();
            default -> null;
        };
    }

    @Override
    public @Nullable ConsentRecord apply(@Nullable ConsentRecord body, DomainEvent event, LogPosition position) {
        return event instanceof ConsentEvent consent ? ConsentRecord.after(body, consent) : null;
    }
}
