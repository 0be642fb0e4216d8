package com.videowindow.patina.learning.market;

import com.videowindow.patina.learning.recommender.Draw;

/**
 * Whether one way is better than another for the same people: how often the mean of their differences would be as far from 0
 * if each difference might as well have had the other sign. No distribution is assumed.
 *
 * <p>Reference: Fisher, The Design of Experiments (1935), §21; by draws, two-sided, the draw that was seen counted in.
 */
final class SignFlips {
    private static final int DRAWS = 4_000;

    private SignFlips() {}

    static double p(double[] differences, long seed) {
        double seen = Math.abs(sum(differences));
        int asFar = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                boolean flipped = Draw.uniform(seed + draw, i) < 0.5;
                sum += flipped ? -differences[i] : differences[i];
            }
            asFar += Math.abs(sum) >= seen ? 1 : 0;
        }
        return (double) asFar / (DRAWS + 1);
    }

    private static double sum(double[] all) {
        double sum = 0;
        for (double each : all) {
            sum += each;
        }
        return sum;
    }
}
