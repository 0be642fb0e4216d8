package com.videowindow.patina.learning.evaluation;

import com.videowindow.patina.learning.linear.Cholesky;

/**
 * Learns the probability of yes as the logistic function of a sum, with how sure each number of it is.
 *
 * <p>Idea: Newton's method on the likelihood with a small ridge, which has one maximum; the inverse of the last matrix of second
 * derivatives tells the variances. Nothing is drawn, so the same rows give the same numbers.
 *
 * <p>Cost: rows x features² for each of a few rounds.
 *
 * <p>Reference: le Cessie and van Houwelingen, Ridge estimators in logistic regression (1992).
 */
public final class LogisticRegression {
    private static final int MOST_ROUNDS = 30;
    private static final double SMALL_STEP = 1e-9;

    /** The constant first, then of each feature. */
    private final double[] coefficients;

    private final double[][] covariance;

    private LogisticRegression(double[] coefficients, double[][] covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    /** @param feature from 1; the constant is 0 */
    public double coefficient(int feature) {
        return coefficients[feature];
    }

    /** The standard error of a coefficient. */
    public double deviation(int feature) {
        return Math.sqrt(covariance[feature][feature]);
    }

    /**
     * @param rows features of each case
     * @param yes whether it came so
     * @param ridge keeps what hardly occurs near 0; the constant is free
     */
    public static LogisticRegression fit(double[][] rows, boolean[] yes, double ridge) {
        int size = rows[0].length + 1;
        double[] coefficients = new double[size];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            slopes(rows, yes, coefficients, gradient, curvature);
            for (int i = 0; i < size; i++) {
                double penalty = i == 0 ? SMALL_STEP : ridge;
                gradient[i] -= penalty * coefficients[i];
                curvature[i][i] += penalty;
            }
            double[][] inverse = inverse(curvature);
            double largest = 0;
            for (int i = 0; i < size; i++) {
                double step = 0;
                for (int j = 0; j < size; j++) {
                    step += inverse[i][j] * gradient[j];
                }
                coefficients[i] += step;
                largest = Math.max(largest, Math.abs(step));
            }
            if (largest < SMALL_STEP || round == MOST_ROUNDS - 1) {
                return new LogisticRegression(coefficients, inverse);
            }
        }
        throw new AssertionError("there is a last round");
    }

    private static void slopes(
            double[][] rows, boolean[] yes, double[] coefficients, double[] gradient, double[][] curvature) {
        int size = coefficients.length;
        double[] features = new double[size];
        features[0] = 1;
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, features, 1, size - 1);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += coefficients[i] * features[i];
            }
            double likely = 1 / (1 + StrictMath.exp(-sum));
            for (int i = 0; i < size; i++) {
                gradient[i] += features[i] * ((yes[row] ? 1 : 0) - likely);
                double slope = features[i] * likely * (1 - likely);
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += slope * features[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[] flat = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], 0, flat, i * size, size);
        }
        Cholesky factor = new Cholesky(size).of(flat);
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            inverse[i][i] = 1;
            factor.solve(inverse[i]);
        }
        return inverse;
    }

    /** Of one coefficient in units of another, by the first terms of a series (the delta method). */
    public Interval quotient(int feature, int unit) {
        double over = coefficients[unit];
        double quotient = coefficients[feature] / over;
        double variance = (covariance[feature][feature]
                        - 2 * quotient * covariance[feature][unit]
                        + quotient * quotient * covariance[unit][unit])
                / (over * over);
        double half = 1.96 * Math.sqrt(Math.max(0, variance));
        return new Interval(quotient, quotient - half, quotient + half);
    }
}
