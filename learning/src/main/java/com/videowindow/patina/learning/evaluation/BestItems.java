package com.videowindow.patina.learning.evaluation;

import java.util.Arrays;

/** The best few by their scores, without some. Cost: one comparison for most items. */
public final class BestItems {
    private BestItems() {}

    /**
     * @param left numbers that are not wanted
     * @return best first, of equal ones the lower number; fewer than k where there are not so many
     */
    public static int[] of(double[] scores, int k, int... left) {
        int[] excluded = left.clone();
        Arrays.sort(excluded);
        int[] best = new int[Math.min(k, scores.length)];
        int size = 0;
        for (int item = 0; item < scores.length && best.length > 0; item++) {
            boolean better = size < best.length || scores[item] > scores[best[size - 1]];
            if (better && Arrays.binarySearch(excluded, item) < 0) {
                int place = size < best.length ? size++ : size - 1;
                while (place > 0 && scores[item] > scores[best[place - 1]]) {
                    best[place] = best[place - 1];
                    place--;
                }
                best[place] = item;
            }
        }
        return Arrays.copyOf(best, size);
    }
}
