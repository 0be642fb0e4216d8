package com.videowindow.patina.learning.linear;

/** Products of vectors. */
public final class Products {
    private Products() {}

    /**
     * Of two of the same length, by four sums side by side, since one would wait for its own last addition; always these four, so
     * that it is always the same.
     */
    public static double of(double[] one, double[] other) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            first += one[i] * other[i];
            second += one[i + 1] * other[i + 1];
            third += one[i + 2] * other[i + 2];
            fourth += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            first += one[i] * other[i];
        }
        return (first + second) + (third + fourth);
    }

    /** The same of one and as many from a place of the others on. */
    public static double of(double[] one, float[] others, int from) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            first += one[i] * others[from + i];
            second += one[i + 1] * others[from + i + 1];
            third += one[i + 2] * others[from + i + 2];
            fourth += one[i + 3] * others[from + i + 3];
        }
        for (; i < one.length; i++) {
            first += one[i] * others[from + i];
        }
        return (first + second) + (third + fourth);
    }
}
