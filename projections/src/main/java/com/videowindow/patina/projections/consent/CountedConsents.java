package com.videowindow.patina.projections.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.consent.ConsentStatus;
import com.videowindow.patina.domain.consent.Control;
import com.videowindow.patina.domain.consent.Policies;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.consent.Standing;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.projections.memory.Freshness;
import com.videowindow.patina.query.consent.ConsentPopulation;
import com.videowindow.patina.query.consent.PopulationFigures;
import com.videowindow.patina.query.consent.PopulationFigures.OfPurpose;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts the gate's people where they stand: a look through memory, some milliseconds for a million. */
@Component
final class CountedConsents implements ConsentPopulation {
    private final ConsentGate gate;
    private final Policies policies;
    private final Freshness freshness;
    private final Leavers leavers;

    CountedConsents(ConsentGate gate, Policies policies, Freshness freshness, Leavers leavers) {
        this.gate = gate;
        this.policies = policies;
        this.freshness = freshness;
        this.leavers = leavers;
    }

    @Override
    public PopulationFigures now() {
        if (!freshness.holds()) {
            throw new ReadModelUnavailable("the consents of everybody are not known yet", null);
        }
        Map<Purpose, Count> counts = new HashMap<>();
        Map<Control, Long> controls = new EnumMap<>(Control.class);
        long people = 0;
        for (Map.Entry<SubjectId, Standing> person : gate.everybody().entrySet()) {
            Standing standing = person.getValue();
            people++;
            standing.purposes().keySet().forEach(purpose -> counts.computeIfAbsent(purpose, one -> new Count())
                    .add(standing, purpose));
            Set<Purpose> allowed = leavers.isLeaving(person.getKey()) ? Set.of() : gate.permitted(standing);
            allowed.forEach(purpose -> counts.computeIfAbsent(purpose, one -> new Count()).allowed++);
            Arrays.stream(Control.values())
                    .filter(standing::isOn)
                    .forEach(control -> controls.merge(control, 1L, Long::sum));
        }
        return new PopulationFigures(
                people,
                policies.purposes().stream()
                        .map(purpose ->
                                counts.getOrDefault(purpose, new Count()).figures(purpose))
                        .toList(),
                controls);
    }

    private static final class Count {
        private final Map<ConsentStatus, Long> statuses = new EnumMap<>(ConsentStatus.class);
        private long allowed;
        private long restricted;
        private long objected;

        void add(Standing standing, Purpose purpose) {
            var stands = standing.of(purpose);
            statuses.merge(stands.status(), 1L, Long::sum);
            restricted += stands.restricted() ? 1 : 0;
            objected += stands.objected() ? 1 : 0;
        }

        OfPurpose figures(Purpose purpose) {
            return new OfPurpose(purpose, allowed, Map.copyOf(statuses), restricted, objected);
        }
    }
}
