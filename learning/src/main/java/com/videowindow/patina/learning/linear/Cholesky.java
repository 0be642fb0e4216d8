package com.videowindow.patina.learning.linear;

/** Solves small systems whose matrix is symmetric and positive definite; reused by one thread, without garbage, or kept. */
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
        factorise(matrix);
        return this;
    }

    /** Replaces the right side by the solution. */
    public void solve(double[] right) {
        for (int row = 0; row < size; row++) {
            double sum = right[row];
            for (int i = 0; i < row; i++) {
                sum -= factor[row * size + i] * right[i];
            }
            right[row] = sum / factor[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            double solved = right[row] / factor[row * size + row];
            right[row] = solved;
            for (int i = 0; i < row; i++) {
                right[i] -= factor[row * size + i] * solved;
            }
        }
    }

    private void factorise(double[] matrix) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row * size + column];
                for (int i = 0; i < column; i++) {
                    sum -= factor[row * size + i] * factor[column * size + i];
                }
                if (row != column) {
                    factor[row * size + column] = sum / factor[column * size + column];
                } else if (sum > 0) {
                    factor[row * size + row] = StrictMath.sqrt(sum);
                } else {
                    throw new ArithmeticException("not positive definite");
                }
            }
        }
    }
}
