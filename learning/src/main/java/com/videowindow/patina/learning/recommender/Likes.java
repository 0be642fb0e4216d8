package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What one person likes, by number and ascending, or who likes one item; each with how much: 1 where nothing is known but
 * that they do, more or less where they said so. Immutable.
 *
 * <p>Strengths are rounded to sixteenths, so that sums of their products are exact and no order of people changes a bit.
 */
public final class Likes {
    private static final int STEPS = 16;
    private static final double MOST = 4;
    private static final double LEAST = 0.9;
    private static final double PER_LIKE = 0.4;

    private final int[] numbers;
    private final double[] strengths;

    private Likes(int[] numbers, double[] strengths) {
        this.numbers = numbers;
        this.strengths = strengths;
    }

    /** @param numbers in any order; twice counts once */
    public static Likes of(int... numbers) {
        int[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
        double[] same = new double[sorted.length];
        Arrays.fill(same, 1);
        return new Likes(sorted, same);
    }

    /**
     * @param numbers in any order, each once
     * @param strengths in the same order, above 0, at most 4
     */
    public static Likes of(int[] numbers, double[] strengths) {
        Integer[] order = new Integer[numbers.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> numbers[i]));
        int[] sorted = new int[numbers.length];
        double[] rounded = new double[numbers.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = numbers[order[i]];
            rounded[i] = rounded(strengths[order[i]]);
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException("liked twice");
            }
        }
        return new Likes(sorted, rounded);
    }

    /**
     * How much somebody likes what the strongest evidence of is this much: a rating of 5 stars is 1.3 and one of 4 is 1.1, and
     * a purchase 1.7.
     *
     * @param liking as of {@code Seen}, above 0
     */
    public static double strengthOf(double liking) {
        return strengthOf(liking, 1);
    }

    /** @param share that counts of it, above 0, at most 1 */
    static double strengthOf(double liking, double share) {
        return rounded(share * Math.min(MOST, LEAST + PER_LIKE * liking));
    }

    static double rounded(double strength) {
        if (!(strength > 0 && strength <= MOST)) {
            throw new IllegalArgumentException("no strength of a like: " + strength);
        }
        return Math.max(1, Math.rint(strength * STEPS)) / STEPS;
    }

    /** For rows that are sorted and rounded already. */
    static Likes sorted(int[] numbers, double[] strengths) {
        return new Likes(numbers, strengths);
    }

    public int size() {
        return numbers.length;
    }

    public int number(int place) {
        return numbers[place];
    }

    public double strength(int place) {
        return strengths[place];
    }

    /** Ascending; not to be changed. */
    public int[] numbers() {
        return numbers;
    }

    /** All but one of them. */
    public Likes without(int place) {
        int[] others = new int[numbers.length - 1];
        double[] theirs = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = numbers[i < place ? i : i + 1];
            theirs[i] = strengths[i < place ? i : i + 1];
        }
        return new Likes(others, theirs);
    }
}
