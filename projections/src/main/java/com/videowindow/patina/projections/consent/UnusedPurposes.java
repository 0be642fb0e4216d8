package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.projections.memory.Freshness;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks through the gate's people until each purpose was found to be allowed: some milliseconds for a million at most. */
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
        Set<Purpose> idle = new HashSet<>(Purpose.OWN);
        Iterator<Standing> people = gate.everybody().values().iterator();
        while (!idle.isEmpty() && people.hasNext()) {
            Standing standing = people.next();
            idle.removeIf(purpose -> keeps(standing.of(purpose).status()));
        }
        return idle.stream()
                .map(UnusedPurposes::processing)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProcessingPurpose.class)));
    }

    /** What ran out was allowed, and its person is asked anew: nothing of theirs goes because of a date. */
    private static boolean keeps(ConsentStatus status) {
        return status.permits() || status == ConsentStatus.EXPIRED;
    }

    private static ProcessingPurpose processing(Purpose purpose) {
        return ProcessingPurpose.valueOf(purpose.name().toUpperCase(Locale.ROOT));
    }
}
