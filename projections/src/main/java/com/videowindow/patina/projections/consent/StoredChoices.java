package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Documents;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.consent.ConsentChoices;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import com.videowindow.patina.query.consent.ConsentLedger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Freshness freshness;

    StoredChoices(ReadSide readSide, ConsentGate gate, Freshness freshness) {
        this.documents = new Documents<>(readSide, ConsentRecord.class);
        this.gate = gate;
        this.freshness = freshness;
    }

    @Override
    public ConsentChoices of(SubjectId subject) {
        Map<Purpose, Choice> found = recorded(subject);
        Map<Purpose, Choice> known = found == null ? Map.of() : found;
        if (!freshness.isReady()) {
            return new ConsentChoices(List.copyOf(known.values()), false);
        }
        Purposes allowed = gate.remembered(subject);
        List<Choice> choices = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            Choice choice = known.get(purpose);
            boolean granted = allowed.allows(purpose);
            if (choice != null && choice.granted() == granted) {
                choices.add(choice);
            } else if (granted || choice != null) {
                choices.add(new Choice(purpose, granted, null, null, null));
            }
        }
        return new ConsentChoices(List.copyOf(choices), found == null);
    }

    /** Nothing where the ledger is away and memory can answer. */
    private @Nullable Map<Purpose, Choice> recorded(SubjectId subject) {
        Map<Purpose, Choice> choices = new EnumMap<>(Purpose.class);
        try {
            documents
                    .find(ConsentRecords.NAME, subject.toString())
                    .map(Document::body)
                    .ifPresent(record -> record.choices().forEach(one -> choices.put(one.purpose(), one.shown())));
        } catch (ReadModelUnavailable e) {
            if (!freshness.isReady()) {
                throw e;
            }
            return null;
        }
        return choices;
    }
}
