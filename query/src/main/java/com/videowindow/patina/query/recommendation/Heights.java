package com.videowindow.patina.query.recommendation;

import java.util.Arrays;

/**
 * The highest of so many scores that comparing each with the lowest of them would take too long: they are counted off by buckets, and a
 * heap decides within one bucket alone. What has no score is at negative infinity.
 */
final class Heights {
    private static final int BUCKETS = 4_096;

    private final float[] scores;
    private final int size;
    private final float lowest;
    private final double scale;
    private final int[] counts = new int[BUCKETS];

    /** @param size how many of them, from the first on */
    Heights(float[] scores, int size) {
        this.scores = scores;
        this.size = size;
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            float score = scores[i];
            if (score < low && score > Float.NEGATIVE_INFINITY) {
                low = score;
            }
            if (score > high) {
                high = score;
            }
        }
        lowest = low;
        scale = (BUCKETS - 1) / Math.max(Float.MIN_NORMAL, (double) high - low);
        for (int i = 0; i < size; i++) {
            if (scores[i] >= low) {
                counts[bucket(scores[i])]++;
            }
        }
    }

    private int bucket(float score) {
        return (int) ((score - lowest) * scale);
    }

    /** The lowest bucket that is among the so many highest as a whole; one above all where the highest already has more. */
    private int lastWhole(int most) {
        int last = BUCKETS;
        for (int above = 0; last > 0 && above + counts[last - 1] <= most; last--) {
            above += counts[last - 1];
        }
        return last;
    }

    /** A score that at least so many reach, if there are as many, and not many more. */
    double reachedBy(int most) {
        return lowest + (lastWhole(most) - 1) / scale;
    }

    /**
     * Of equal scores those of the lower numbers.
     *
     * @param numbers one for each, ascending
     */
    int[] highest(int[] numbers, int most) {
        int last = lastWhole(most);
        int[] chosen = new int[Math.min(most, size)];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (scores[i] >= lowest && bucket(scores[i]) >= last) {
                chosen[count++] = numbers[i];
            }
        }
        Foremost rest = new Foremost(chosen.length - count);
        for (int i = 0; i < size && last > 0; i++) {
            if (scores[i] >= lowest && bucket(scores[i]) == last - 1) {
                rest.offer(numbers[i], scores[i]);
            }
        }
        int[] others = rest.bestFirst();
        System.arraycopy(others, 0, chosen, count, others.length);
        return Arrays.copyOf(chosen, count + others.length);
    }
}
