package com.videowindow.patina.learning.chance;

/**
 * The normal distribution, cut off at three deviations and drawn together so that these are 1: what an even draw comes to, and how
 * much lies below.
 *
 * <p>Idea: both are read from tables, straight between their entries, so that thousands can be drawn for a list. What lies below is
 * summed over the density by Simpson's rule, and quantiles are its inverse.
 *
 * <p>Cost: some two nanoseconds either way; 64 kB. One undoes the other but for a ten thousandth at the ends and less between.
 */
public final class Bell {
    private static final double CUT = 3;
    private static final int STEPS = 4_096;
    private static final double[] SHARES = shares();
    private static final double[] QUANTILES = quantiles();

    private Bell() {}

    /** What so much lies below, from -1 to 1. */
    public static double quantile(double share) {
        return between(QUANTILES, share);
    }

    /** How much lies below, from 0 to 1. */
    public static double below(double value) {
        return between(SHARES, (value + 1) / 2);
    }

    private static double between(double[] table, double at) {
        double place = Math.clamp(at, 0.0, 1.0) * STEPS;
        int before = Math.min((int) place, STEPS - 1);
        return table[before] + (place - before) * (table[before + 1] - table[before]);
    }

    private static double[] shares() {
        double[] sums = new double[STEPS + 1];
        double step = 2 * CUT / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double from = i * step - CUT;
            sums[i + 1] = sums[i] + density(from) + 4 * density(from + step / 2) + density(from + step);
        }
        double all = sums[STEPS];
        for (int i = 0; i <= STEPS; i++) {
            sums[i] /= all;
        }
        return sums;
    }

    private static double density(double deviations) {
        return StrictMath.exp(-deviations * deviations / 2);
    }

    private static double[] quantiles() {
        double[] quantiles = new double[STEPS + 1];
        int before = 0;
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            while (before < STEPS - 1 && SHARES[before + 1] < share) {
                before++;
            }
            double within = (share - SHARES[before]) / (SHARES[before + 1] - SHARES[before]);
            quantiles[i] = 2 * (before + Math.clamp(within, 0.0, 1.0)) / STEPS - 1;
        }
        return quantiles;
    }
}
