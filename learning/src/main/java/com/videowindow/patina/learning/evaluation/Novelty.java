package com.videowindow.patina.learning.evaluation;

/**
 * How little people know what is listed, as self-information: the bits of learning that somebody knows it,
 * {@code -log2(known by / people)}, on average over the list. What nobody knows counts as known by one, since it would have
 * no measure otherwise.
 *
 * <p>Reference: Zhou et al., Solving the apparent diversity-accuracy dilemma of recommender systems (2010).
 */
public final class Novelty {
    private final double[] bits;

    /** @param knownBy how many people met each item before the lists were made */
    public Novelty(int[] knownBy, int people) {
        bits = new double[knownBy.length];
        for (int item = 0; item < bits.length; item++) {
            bits[item] = StrictMath.log((double) people / Math.max(1, knownBy[item])) / StrictMath.log(2);
        }
    }

    /** 0 for an empty list. */
    public double of(int[] list) {
        double sum = 0;
        for (int item : list) {
            sum += bits[item];
        }
        return list.length == 0 ? 0 : sum / list.length;
    }
}
