package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Weights;

/** The weights that lists are ranked by now, chosen on held-out ratings as {@code MovieLensAccuracyTest} measures them. */
final class Tuning {
    private static final Weights HYBRID = new Weights(0.4, 0.6, 0.1, 0.03, 0.04, 0.06);
    private static final Weights COLLABORATIVE = new Weights(0, 0.85, 0.1, 0, 0.04, 0.04);
    private static final Weights CONTENT = new Weights(0.8, 0, 0.08, 0.06, 0.04, 0.08);
    static final Weights NON_PERSONAL = new Weights(0, 0, 0.7, 0.3, 0, 0.2);

    private Tuning() {}

    static Weights of(Algorithm algorithm) {
        return switch (algorithm) {
            case HYBRID -> HYBRID;
            case COLLABORATIVE -> COLLABORATIVE;
            case CONTENT -> CONTENT;
        };
    }
}
