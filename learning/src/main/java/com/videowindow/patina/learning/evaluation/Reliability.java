package com.videowindow.patina.learning.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what was said to be so likely came as often: by tenths of what was said, and how far off in the mean.
 *
 * <p>Reference: Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian binning (2015), for the
 * expected calibration error.
 *
 * @param tenths those in which anything was said, lowest first
 * @param error the expected calibration error: the mean over all cases of how far their tenth is off
 */
public record Reliability(List<Tenth> tenths, double error) {
    private static final int TENTHS = 10;

    /**
     * @param cases how many
     * @param said the mean of what was said
     * @param came the share that came
     */
    public record Tenth(int cases, double said, double came) {}

    public static Reliability of(double[] said, boolean[] came) {
        int[] cases = new int[TENTHS];
        double[] sums = new double[TENTHS];
        double[] hits = new double[TENTHS];
        for (int i = 0; i < said.length; i++) {
            int tenth = Math.min(TENTHS - 1, (int) (said[i] * TENTHS));
            cases[tenth]++;
            sums[tenth] += said[i];
            hits[tenth] += came[i] ? 1 : 0;
        }
        List<Tenth> tenths = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < TENTHS; i++) {
            if (cases[i] > 0) {
                tenths.add(new Tenth(cases[i], sums[i] / cases[i], hits[i] / cases[i]));
                error += Math.abs(sums[i] - hits[i]) / said.length;
            }
        }
        return new Reliability(List.copyOf(tenths), error);
    }
}
