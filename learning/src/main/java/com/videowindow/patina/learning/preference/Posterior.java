package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.interest.StatedInterest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns decayed evidence into scores; {@link PreferenceModel} tells the idea.
 *
 * @param follows whether it looks for a change of taste
 */
record Posterior(Decay decay, boolean follows) {

    static final double LEARNED_CEILING = 0.9;
    private static final Decay SILENCE = new Decay(Duration.ofDays(730));

    List<Interest> interests(ProfileState state, Instant now) {
        long last = reference(state);
        Change change = change(state);
        double freshness = 0.5 + 0.5 * SILENCE.over(now.getEpochSecond() - last);
        Map<Facet, StatedInterest> stated = new HashMap<>();
        state.preferences().interests().forEach(interest -> stated.put(interest.facet(), interest));
        Set<Facet> avoided = new HashSet<>(state.preferences().avoided());
        List<Interest> found = new ArrayList<>();
        for (FacetEvidence known : state.facets()) {
            StatedInterest said = stated.remove(known.facet());
            if (said != null) {
                found.add(said(said, known, state.statedAt()));
            } else if (!avoided.contains(known.facet())) {
                found.add(learned(known, change.of(known.facet()), freshness));
            }
        }
        stated.values().forEach(said -> found.add(said(said, null, state.statedAt())));
        found.sort(Comparator.comparingDouble(Interest::score)
                .thenComparingDouble(Interest::confidence)
                .reversed()
                .thenComparing(Interest::facet));
        return List.copyOf(found);
    }

    Change change(ProfileState state) {
        return new Change(state.facets(), follows ? state.lately() : List.of(), decay, reference(state));
    }

    /** How much the person would like content of which these facets are known; empty when none is. */
    OptionalDouble predict(List<FacetEvidence> known, long at) {
        double sum = 0;
        double weights = 0;
        for (FacetEvidence evidence : known) {
            Sums sums = sums(evidence, at);
            double sure = sums.confidence();
            sum += sure * sums.score();
            weights += sure;
        }
        return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
    }

    /** Effective deeds behind a facet, as of a moment. */
    double weight(FacetEvidence known, long at) {
        return (known.positive() + known.negative()) * decay.over(at - known.at());
    }

    private Sums sums(FacetEvidence known, long at) {
        double left = decay.over(at - known.at());
        return new Sums(known.positive() * left, known.negative() * left);
    }

    private static Interest learned(FacetEvidence known, Sums sums, double freshness) {
        return new Interest(
                known.facet(),
                sums.score(),
                sums.confidence() * freshness,
                known.count(),
                Instant.ofEpochSecond(known.at()),
                false,
                known);
    }

    private static Interest said(StatedInterest said, @Nullable FacetEvidence known, @Nullable Instant at) {
        double score = LEARNED_CEILING + said.weight() * (1 - LEARNED_CEILING);
        return new Interest(said.facet(), score, 1, known == null ? 0 : known.count(), at, true, known);
    }

    static long reference(ProfileState state) {
        Instant last = state.lastEventAt();
        return last == null ? 0 : last.getEpochSecond();
    }
}
