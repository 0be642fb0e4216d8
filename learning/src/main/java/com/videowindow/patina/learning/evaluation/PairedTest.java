package com.videowindow.patina.learning.evaluation;

import com.videowindow.patina.learning.chance.Draw;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether one recommender is better than another on the same people, or whether chance did it. If it made no difference,
 * each person's difference could as well have the other sign: the two-sided p-value is the share of all signs that give a sum
 * at least as far from zero. It supposes no distribution, which means of bounded figures with many zeros do not have.
 *
 * <p>Cost: people x {@value #SIGNS}; up to {@value #EXACT} people all signs are tried.
 *
 * <p>References: Fisher, The Design of Experiments (1935); Smucker, Allan and Carterette, A comparison of statistical
 * significance tests for information retrieval evaluation (2007); Holm, A simple sequentially rejective multiple test
 * procedure (1979).
 */
public final class PairedTest {
    private static final int SIGNS = 10_000;
    private static final int EXACT = 12;
    /** Sums in another order differ in the last bits. */
    private static final double ALIKE = 1 - 1e-12;

    private PairedTest() {}

    /**
     * @param differences one for each person
     * @return never 0: the signs as they are count
     */
    public static double pValue(double[] differences, long seed) {
        double observed = Math.abs(Arrays.stream(differences).sum()) * ALIKE;
        boolean exact = differences.length <= EXACT;
        int tries = exact ? 1 << differences.length : SIGNS;
        int asFar = 0;
        for (int signs = 0; signs < tries; signs++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                boolean turned =
                        exact ? (signs >> i & 1) == 1 : Draw.uniform(seed, (long) signs * differences.length + i) < 0.5;
                sum += turned ? -differences[i] : differences[i];
            }
            asFar += Math.abs(sum) >= observed ? 1 : 0;
        }
        return exact ? (double) asFar / tries : (asFar + 1.0) / (tries + 1.0);
    }

    /**
     * What the p-values of several tests are worth together: Holm's step-down, which keeps the chance of even one false
     * finding among them below what each now says.
     */
    public static double[] holm(double[] pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double least = 0;
        for (int step = 0; step < ascending.length; step++) {
            least = Math.max(least, Math.min(1, (pValues.length - step) * pValues[ascending[step]]));
            adjusted[ascending[step]] = least;
        }
        return adjusted;
    }
}
