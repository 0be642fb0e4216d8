package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.projections.memory.Freshness;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** As the gate counts them, while memory is fresh. */
@Component
final class UnusedPurposes implements IdlePurposes {
    private final ConsentGate gate;
    private final Freshness freshness;

    UnusedPurposes(ConsentGate gate, Freshness freshness) {
        this.gate = gate;
        this.freshness = freshness;
    }

    @Override
    public Set<ProcessingPurpose> now() {
        if (!freshness.holds()) {
            return Set.of();
        }
        return gate.allowedByNobody().stream()
                .map(UnusedPurposes::processing)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProcessingPurpose.class)));
    }

    private static ProcessingPurpose processing(Purpose purpose) {
        return ProcessingPurpose.valueOf(purpose.name().toUpperCase(Locale.ROOT));
    }
}
