package com.videowindow.patina.learning.ranking;

import com.videowindow.patina.domain.interest.FacetKind;

/**
 * What interest in its facets makes of content: the mean affinity of those of which anything is known, weighed by kind and by how much a
 * facet tells apart, drawn to 0 by one pseudo-facet, so that a single weak match does not outdo three strong ones.
 */
public final class ContentInterest {
    /** What following a creator says at least. */
    public static final float FOLLOWED = 0.8f;

    private double sum;
    private double known = 1;

    /** -1 (averse) to 1 (very interested), by the mean of what is believed. */
    public static double affinity(double score) {
        return (score - 0.5) * 2;
    }

    /**
     * How much a facet tells about whether the content is liked: nothing when all content has it.
     *
     * @param share of all content that has it
     */
    public static double importance(FacetKind kind, double share) {
        return importance(kind) * (1 - share * share);
    }

    private static float importance(FacetKind kind) {
        return switch (kind) {
            case TECHNIQUE, CATEGORY, SUBCATEGORY, CREATOR -> 1;
            case MATERIAL -> 0.8f;
            case SKILL -> 0.3f;
        };
    }

    /** One of its facets; of an affinity of 0 nothing is known. */
    public void add(double importance, double affinity) {
        if (affinity != 0) {
            sum += importance * affinity;
            known += importance;
        }
    }

    /** -1 to 1. */
    public double value() {
        return sum / known;
    }
}
