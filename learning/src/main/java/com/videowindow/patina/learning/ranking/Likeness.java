package com.videowindow.patina.learning.ranking;

/** How much two have in common, of what either has (Jaccard). */
public final class Likeness {
    private Likeness() {}

    /** 0 to 1; both ascending. */
    public static double of(int[] one, int[] other) {
        int both = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                both++;
            }
            int step = Integer.compare(one[i], other[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        int all = one.length + other.length - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
