package com.videowindow.patina.learning.evaluation;

import java.util.Arrays;

/** Lists out of scores. */
public final class Ranking {

    private Ranking() {}

    /**
     * The best k of all items but some, best first; ties go to the lower number, and what has no score is not listed.
     *
     * <p>Cost: one comparison for each item that is no better than the worst of the list so far, k for the others.
     *
     * @param scores of each item; negative infinity and what is not a number stand for none
     * @param without numbers of items that are not to be listed
     */
    public static int[] best(double[] scores, int[] without, int k) {
        double[] left = scores.clone();
        for (int item : without) {
            left[item] = Double.NEGATIVE_INFINITY;
        }
        int[] list = new int[k];
        int size = 0;
        for (int item = 0; item < left.length; item++) {
            boolean none = Double.isNaN(left[item]) || left[item] == Double.NEGATIVE_INFINITY;
            if (none || k == 0 || (size == k && left[item] <= left[list[k - 1]])) {
                continue;
            }
            int place = size < k ? size++ : k - 1;
            while (place > 0 && left[list[place - 1]] < left[item]) {
                list[place] = list[place - 1];
                place--;
            }
            list[place] = item;
        }
        return Arrays.copyOf(list, size);
    }
}
