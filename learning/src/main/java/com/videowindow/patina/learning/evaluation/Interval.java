package com.videowindow.patina.learning.evaluation;

import com.videowindow.patina.learning.chance.Draw;
import java.util.Arrays;

/**
 * A mean, and between what bounds it would lie for most other groups of people of this size.
 *
 * @param low bound that the mean falls below in half of the rest of cases
 * @param high bound that it rises above in the other half
 */
public record Interval(double mean, double low, double high) {
    private static final int RESAMPLES = 2_000;
    private static final double TAIL = 0.025;

    /**
     * The percentile bootstrap at 95 %: {@value #RESAMPLES} groups drawn with replacement. The draws are by seed, so that the
     * same figures have the same interval.
     *
     * <p>Reference: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
     *
     * @param values one for each person, at least one
     */
    public static Interval ofMean(double[] values, long seed) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nobody has no mean");
        }
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                long draw = (long) resample * values.length + i;
                sum += values[(int) (Draw.uniform(seed, draw) * values.length)];
            }
            means[resample] = sum / values.length;
        }
        Arrays.sort(means);
        int cut = (int) Math.floor(TAIL * RESAMPLES);
        double mean = Arrays.stream(values).sum() / values.length;
        return new Interval(mean, means[cut], means[RESAMPLES - 1 - cut]);
    }
}
