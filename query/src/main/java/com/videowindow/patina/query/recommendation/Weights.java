package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;

/**
 * How much each part of a score may weigh; the parts themselves lie between -1 or 0 and 1, so a weight is the most that
 * a part can add. Chosen on held-out ratings, as {@code MovieLensAccuracyTest} measures them.
 *
 * @param interest the person's interest in the facets of the content
 * @param collaborative what people with the same likes liked
 * @param trending what is popular now
 * @param freshness how new it is
 * @param exploration a repeatable draw for content that few have met
 * @param diversity taken away for likeness to what stands above it
 */
record Weights(
        double interest,
        double collaborative,
        double trending,
        double freshness,
        double exploration,
        double diversity) {

    private static final Weights HYBRID = new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06);
    private static final Weights COLLABORATIVE = new Weights(0, 0.85, 0.1, 0, 0.04, 0.04);
    private static final Weights CONTENT = new Weights(0.8, 0, 0.08, 0.06, 0.04, 0.08);
    static final Weights NON_PERSONAL = new Weights(0, 0, 0.7, 0.3, 0, 0.2);

    /** The most that this part can add, or take away. */
    double of(Part part) {
        return switch (part) {
            case INTEREST -> interest;
            case COLLABORATIVE -> collaborative;
            case TRENDING -> trending;
            case FRESHNESS -> freshness;
            case EXPLORATION -> exploration;
            case DIVERSITY -> diversity;
        };
    }

    static Weights of(Algorithm algorithm) {
        return switch (algorithm) {
            case HYBRID -> HYBRID;
            case COLLABORATIVE -> COLLABORATIVE;
            case CONTENT -> CONTENT;
        };
    }
}
