package com.videowindow.patina.learning.market;

import com.videowindow.patina.learning.evaluation.PairedTest;
import java.util.Arrays;

/**
 * Two ways of making lists for the same people.
 *
 * @param full the mean of one
 * @param without the mean of the other
 * @param p of the paired differences, two-sided
 */
public record Compared(double full, double without, double p) {

    static Compared of(double[] full, double[] without, long seed) {
        double[] differences = new double[full.length];
        Arrays.setAll(differences, i -> full[i] - without[i]);
        return new Compared(mean(full), mean(without), PairedTest.pValue(differences, seed));
    }

    public boolean isBetter(double atMost) {
        return full > without && p < atMost;
    }

    static double[] column(double[][] rows, int place) {
        return Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
    }

    private static double mean(double[] all) {
        return Arrays.stream(all).average().orElse(0);
    }
}
