package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.interest.Facet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interest as it stands.
 *
 * @param score 0 (averse) over 0.5 (indifferent) to 1 (very interested)
 * @param confidence 0 (a guess) to 1 (sure)
 * @param evidence how many deeds it rests on
 * @param stated the person said so
 * @param learned the evidence, when there is any
 */
public record Interest(
        Facet facet,
        double score,
        double confidence,
        int evidence,
        @Nullable Instant lastUpdated,
        boolean stated,
        @Nullable FacetEvidence learned) {

    /** The newest deeds that speak for it. */
    public List<Evidence> newest() {
        return learned == null ? List.of() : learned.newest();
    }
}
