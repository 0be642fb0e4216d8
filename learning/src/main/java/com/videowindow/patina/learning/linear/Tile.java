package com.videowindow.patina.learning.linear;

/** What is done with square tiles of doubles, row by row in one array. Each keeps to one order of its sums. */
final class Tile {
    static final int SIDE = 64;
    static final int LENGTH = SIDE * SIDE;

    private Tile() {}

    /**
     * {@code to -= left * right}. Two rows and four terms at a time: the six rows that the inner loop reads stay in the
     * nearest cache, and it is one that the compiler turns into vector instructions.
     */
    static void subtractProduct(double[] to, double[] left, double[] right) {
        for (int row = 0; row < SIDE; row += 2) {
            int upper = row * SIDE;
            int lower = upper + SIDE;
            for (int term = 0; term < SIDE; term += 4) {
                subtractTerms(to, left, right, upper, lower, term);
            }
        }
    }

    private static void subtractTerms(double[] to, double[] left, double[] right, int upper, int lower, int term) {
        double u0 = -left[upper + term];
        double u1 = -left[upper + term + 1];
        double u2 = -left[upper + term + 2];
        double u3 = -left[upper + term + 3];
        double l0 = -left[lower + term];
        double l1 = -left[lower + term + 1];
        double l2 = -left[lower + term + 2];
        double l3 = -left[lower + term + 3];
        int first = term * SIDE;
        for (int column = 0; column < SIDE; column++) {
            double r0 = right[first + column];
            double r1 = right[first + SIDE + column];
            double r2 = right[first + 2 * SIDE + column];
            double r3 = right[first + 3 * SIDE + column];
            to[upper + column] =
                    Math.fma(u3, r3, Math.fma(u2, r2, Math.fma(u1, r1, Math.fma(u0, r0, to[upper + column]))));
            to[lower + column] =
                    Math.fma(l3, r3, Math.fma(l2, r2, Math.fma(l1, r1, Math.fma(l0, r0, to[lower + column]))));
        }
    }

    static double[] product(double[] left, double[] right) {
        double[] negative = new double[LENGTH];
        subtractProduct(negative, left, right);
        for (int i = 0; i < LENGTH; i++) {
            negative[i] = -negative[i];
        }
        return negative;
    }

    static double[] transposed(double[] tile) {
        double[] turned = new double[LENGTH];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                turned[column * SIDE + row] = tile[row * SIDE + column];
            }
        }
        return turned;
    }

    /**
     * The inverse of a symmetric positive definite tile, by sweeping its diagonal.
     *
     * @throws ArithmeticException where it is not positive definite
     */
    static double[] inverse(double[] tile) {
        double[] swept = tile.clone();
        for (int pivot = 0; pivot < SIDE; pivot++) {
            sweep(swept, pivot);
        }
        for (int i = 0; i < LENGTH; i++) {
            swept[i] = -swept[i];
        }
        return swept;
    }

    private static void sweep(double[] tile, int pivot) {
        double diagonal = tile[pivot * SIDE + pivot];
        if (!(diagonal > 0)) {
            throw new ArithmeticException("not positive definite");
        }
        double[] column = new double[SIDE];
        for (int row = 0; row < SIDE; row++) {
            column[row] = tile[row * SIDE + pivot];
        }
        for (int row = 0; row < SIDE; row++) {
            double part = row == pivot ? 0 : -column[row] / diagonal;
            for (int other = 0; other < SIDE; other++) {
                tile[row * SIDE + other] = Math.fma(part, column[other], tile[row * SIDE + other]);
            }
        }
        for (int other = 0; other < SIDE; other++) {
            tile[pivot * SIDE + other] = column[other] / diagonal;
            tile[other * SIDE + pivot] = column[other] / diagonal;
        }
        tile[pivot * SIDE + pivot] = -1 / diagonal;
    }
}
