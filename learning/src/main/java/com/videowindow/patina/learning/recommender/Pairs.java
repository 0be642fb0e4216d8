package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

/**
 * For each two items that anybody liked both of, how much: the lower triangle of {@code XᵀX} without its diagonal, 8 bytes a
 * pair. Sums are of sixteenths squared, so that none is rounded before some sixty thousand people.
 */
final class Pairs {
    /** From how many times as many on they are looked up one by one rather than walked through. */
    private static final int LOOKED_UP = 8;

    private final int[][] others;
    private final float[][] sums;

    private Pairs(int items) {
        others = new int[items][];
        sums = new float[items][];
    }

    static Pairs of(UserItemMatrix liked, ForkJoinPool workers) {
        Pairs pairs = new Pairs(liked.items());
        Sums.eachOf(liked.items(), workers, (item, row) -> pairs.fill(item, liked, row));
        return pairs;
    }

    private void fill(int item, UserItemMatrix liked, Sums row) {
        Likes likers = liked.likersOf(item);
        for (int place = 0; place < likers.size(); place++) {
            row.add(liked.likesOf(likers.number(place)), likers.strength(place));
        }
        int[] lower = row.touched().filter(other -> other < item).sorted().toArray();
        float[] values = new float[lower.length];
        for (int i = 0; i < lower.length; i++) {
            values[i] = (float) row.of(lower[i]);
        }
        row.clear();
        others[item] = lower;
        sums[item] = values;
    }

    /** Adds one row of the part that a pattern, ascending, is about, up to the diagonal. */
    void add(int[] pattern, int row, double[] matrix) {
        int[] known = others[pattern[row]];
        float[] values = sums[pattern[row]];
        int start = row * pattern.length;
        if (known.length > LOOKED_UP * row) {
            for (int column = 0, from = 0; column < row; column++) {
                int place = Arrays.binarySearch(known, from, known.length, pattern[column]);
                from = place < 0 ? -place - 1 : place;
                matrix[start + column] += place < 0 ? 0 : values[place];
            }
            return;
        }
        for (int column = 0, place = 0; column < row && place < known.length; ) {
            int order = Integer.compare(pattern[column], known[place]);
            if (order == 0) {
                matrix[start + column] += values[place];
            }
            column += order <= 0 ? 1 : 0;
            place += order >= 0 ? 1 : 0;
        }
    }
}
