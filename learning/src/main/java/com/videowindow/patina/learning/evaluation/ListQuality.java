package com.videowindow.patina.learning.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How good one list of the best k of all items was, by what its person liked afterwards; each from 0 to 1, and relevance is
 * yes or no.
 *
 * @param ndcg discounted cumulative gain, {@code Σ 1/log2(rank+1)} over hits, as a share of what an ideal list has (Järvelin
 *     and Kekäläinen 2002)
 * @param precision hits as a share of k
 * @param recall hits as a share of all that was liked
 * @param recallOfPossible hits as a share of what k places could hold: of k, or of what was liked where that is less
 * @param averagePrecision mean over what could be hit of the precision at each hit's rank
 * @param reciprocalRank 1 / rank of the first hit; 0 without any
 */
public record ListQuality(
        double ndcg,
        double precision,
        double recall,
        double recallOfPossible,
        double averagePrecision,
        double reciprocalRank) {

    /**
     * @param list best first, no item twice; fewer than k count as misses
     * @param liked at least one
     * @param k places that are looked at
     */
    public static ListQuality of(int[] list, BitSet liked, int k) {
        int positives = liked.cardinality();
        if (positives == 0 || k < 1) {
            throw new IllegalArgumentException("nothing can be hit");
        }
        double gain = 0;
        double precisions = 0;
        double first = 0;
        int hits = 0;
        int possible = Math.min(k, positives);
        for (int rank = 1; rank <= Math.min(k, list.length); rank++) {
            if (liked.get(list[rank - 1])) {
                hits++;
                gain += discount(rank);
                precisions += (double) hits / rank;
                first = first == 0 ? 1.0 / rank : first;
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= possible; rank++) {
            ideal += discount(rank);
        }
        return new ListQuality(
                gain / ideal,
                (double) hits / k,
                (double) hits / positives,
                (double) hits / possible,
                precisions / possible,
                first);
    }

    private static double discount(int rank) {
        return StrictMath.log(2) / StrictMath.log(rank + 1);
    }

    /** Of each the mean. */
    public static ListQuality mean(ListQuality... all) {
        return new ListQuality(
                Arrays.stream(all).mapToDouble(ListQuality::ndcg).average().orElse(0),
                Arrays.stream(all).mapToDouble(ListQuality::precision).average().orElse(0),
                Arrays.stream(all).mapToDouble(ListQuality::recall).average().orElse(0),
                Arrays.stream(all)
                        .mapToDouble(ListQuality::recallOfPossible)
                        .average()
                        .orElse(0),
                Arrays.stream(all)
                        .mapToDouble(ListQuality::averagePrecision)
                        .average()
                        .orElse(0),
                Arrays.stream(all)
                        .mapToDouble(ListQuality::reciprocalRank)
                        .average()
                        .orElse(0));
    }
}
