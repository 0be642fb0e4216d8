package com.videowindow.patina.learning.market;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How good a list is where it is known how much each item would be liked: graded nDCG (Järvelin and Kekäläinen 2002). */
final class Gain {
    private Gain() {}

    /** The best of those not seen; ties go to the lower number. */
    static int[] best(double[] scores, BitSet seen, int k) {
        return IntStream.range(0, scores.length)
                .filter(item -> !seen.get(item))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param truth of each item, not below 0 */
    static double ndcg(int[] list, double[] truth, BitSet seen, int k) {
        return gain(list, truth) / gain(best(truth, seen, k), truth);
    }

    /** The mean truth of a list. */
    static double mean(int[] list, double[] truth) {
        return Arrays.stream(list).mapToDouble(item -> truth[item]).average().orElse(0);
    }

    private static double gain(int[] list, double[] truth) {
        double gain = 0;
        for (int place = 0; place < list.length; place++) {
            gain += truth[list[place]] * StrictMath.log(2) / StrictMath.log(place + 2);
        }
        return gain;
    }
}
