package com.videowindow.patina.domain.catalog;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.interest.Facet;

/**
 * A facet that nobody stated of content, and that was read from its words when it was published.
 *
 * @param confidence 0 (a guess) to 1 (sure)
 */
public record ReadFacet(Facet facet, double confidence) {
    private static final double BELIEVED = 0.5;

    public ReadFacet {
        Check.range("confidence", confidence, 0, 1);
    }

    /** Whether content is taken to have it, in lists and in what is learned, though no reason says so of it. */
    boolean isBelieved() {
        return confidence >= BELIEVED;
    }
}
