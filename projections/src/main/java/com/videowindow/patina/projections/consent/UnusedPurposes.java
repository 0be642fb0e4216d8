package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.retention.IdlePurposes;
import com.videowindow.patina.projections.memory.Freshness;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
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
        Set<ProcessingPurpose> idle = EnumSet.noneOf(ProcessingPurpose.class);
        if (freshness.holds()) {
            Purpose.OWN.forEach(purpose -> idle.add(processing(purpose)));
            Iterator<Standing> people = gate.everybody().values().iterator();
            while (!idle.isEmpty() && people.hasNext()) {
                Standing standing = people.next();
                Purpose.OWN.stream()
                        .filter(purpose -> keeps(standing.of(purpose).status()))
                        .forEach(purpose -> idle.remove(processing(purpose)));
            }
        }
        return idle;
    }

    /** What ran out was allowed, and its person is asked anew: nothing of theirs goes because of a date. */
    private static boolean keeps(ConsentStatus status) {
        return status.permits() || status == ConsentStatus.EXPIRED;
    }

    private static ProcessingPurpose processing(Purpose purpose) {
        return ProcessingPurpose.valueOf(purpose.name().toUpperCase(Locale.ROOT));
    }
}
