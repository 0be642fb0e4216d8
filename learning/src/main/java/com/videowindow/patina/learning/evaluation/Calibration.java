package com.videowindow.patina.learning.evaluation;

import java.util.Arrays;

/**
 * Turns a score into how likely it comes true, in the same order: the logistic function of a sum of a constant and a multiple
 * of the score's log odds.
 *
 * <p>Reference: Platt, Probabilistic outputs for support vector machines (1999).
 */
public record Calibration(double constant, double slope) {
    private static final double RIDGE = 1e-3;
    private static final double EDGE = 0.01;

    public static Calibration learned(double[] scores, boolean[] came) {
        double[][] rows = Arrays.stream(scores)
                .mapToObj(score -> new double[] {odds(score)})
                .toArray(double[][]::new);
        LogisticRegression learned = LogisticRegression.fit(rows, came, RIDGE);
        return new Calibration(learned.coefficient(0), learned.coefficient(1));
    }

    public double of(double score) {
        return 1 / (1 + StrictMath.exp(-constant - slope * odds(score)));
    }

    private static double odds(double score) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, score));
        return StrictMath.log(inside / (1 - inside));
    }
}
