package com.videowindow.patina.learning.linear;

/**
 * Solves small systems whose matrix is symmetric and positive definite; reused by one thread, without garbage, or kept.
 *
 * <p>The factor stands by its columns, each in a row of the array: so the inner loop goes along two of them, which the
 * compiler turns into vector instructions, and each element still takes its terms one by one in the same order.
 */
public final class Cholesky {
    private final int size;
    private final double[] factor;

    public Cholesky(int size) {
        this.size = size;
        this.factor = new double[size * size];
    }

    /**
     * Takes a matrix in, for all right sides that follow.
     *
     * @param matrix row by row, of which the lower triangle is read
     * @throws ArithmeticException where it is not positive definite
     */
    public Cholesky of(double[] matrix) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                factor[column * size + row] = matrix[row * size + column];
            }
        }
        for (int pivot = 0; pivot < size; pivot++) {
            eliminate(pivot);
        }
        return this;
    }

    private void eliminate(int pivot) {
        int start = pivot * size;
        if (!(factor[start + pivot] > 0)) {
            throw new ArithmeticException("not positive definite");
        }
        double diagonal = StrictMath.sqrt(factor[start + pivot]);
        factor[start + pivot] = diagonal;
        for (int row = pivot + 1; row < size; row++) {
            factor[start + row] /= diagonal;
        }
        for (int column = pivot + 1; column < size; column++) {
            subtract(factor[start + column], start, column * size, column);
        }
    }

    private void subtract(double scale, int from, int to, int first) {
        for (int i = first; i < size; i++) {
            factor[to + i] -= scale * factor[from + i];
        }
    }

    /** Replaces the right side by the solution. */
    public void solve(double[] right) {
        for (int column = 0; column < size; column++) {
            double solved = right[column] / factor[column * size + column];
            right[column] = solved;
            for (int row = column + 1; row < size; row++) {
                right[row] -= factor[column * size + row] * solved;
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int i = size - 1; i > row; i--) {
                sum -= factor[row * size + i] * right[i];
            }
            right[row] = sum / factor[row * size + row];
        }
    }
}
