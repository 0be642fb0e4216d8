package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.ConsentLedger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person's choices with policy, channel and time from the ledger. Whether a purpose is allowed is always told by the
 * gate, which the ledger may trail by a moment, and which answers alone, without those details and marked as degraded,
 * while the ledger is away: to hold them in memory for everybody would cost more than the gate itself.
 */
@Component
final class StoredChoices implements ConsentLedger {
    private final Documents<ConsentRecord> documents;
    private final ConsentGate gate;
    private final Policies policies;
    private final Freshness freshness;
    private final Leavers leavers;

    StoredChoices(ReadSide readSide, ConsentGate gate, Policies policies, Freshness freshness, Leavers leavers) {
        this.documents = new Documents<>(readSide, ConsentRecord.class);
        this.gate = gate;
        this.policies = policies;
        this.freshness = freshness;
        this.leavers = leavers;
    }

    @Override
    public ConsentChoices of(SubjectId subject, Instant now) {
        ShownChoices shown = new ShownChoices(policies, now, leavers.isLeaving(subject));
        boolean remembers = freshness.isReady();
        try {
            ConsentRecord record = documents
                    .find(ConsentRecords.NAME, subject.toString())
                    .map(Document::body)
                    .orElse(null);
            return shown.of(record, remembers ? gate.standing(subject) : written(record));
        } catch (ReadModelUnavailable away) {
            if (!remembers) {
                throw away;
            }
            return shown.of(null, gate.standing(subject)).degrade();
        }
    }

    private static Standing written(@Nullable ConsentRecord record) {
        return record == null ? Standing.NONE : record.standing();
    }
}
