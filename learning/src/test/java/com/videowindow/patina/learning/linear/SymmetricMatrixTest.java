package com.videowindow.patina.learning.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricMatrixTest {
    private static final ForkJoinPool ONE = new ForkJoinPool(1);
    private static final ForkJoinPool FOUR = new ForkJoinPool(4);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 200})
    void times_its_inverse_is_the_identity(int size) {
        double[][] plain = positive(size);
        SymmetricMatrix inverse = matrix(plain);
        inverse.invert(FOUR);

        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += plain[row][i] * inverse.get(i, column);
                }
                assertThat(sum).isCloseTo(row == column ? 1 : 0, within(1e-9));
                assertThat(inverse.get(row, column)).isCloseTo(inverse.get(column, row), within(1e-12));
            }
        }
    }

    @Test
    void threads_change_not_a_bit() {
        double[][] plain = positive(300);
        SymmetricMatrix alone = matrix(plain);
        SymmetricMatrix shared = matrix(plain);
        alone.invert(ONE);
        shared.invert(FOUR);

        for (int row = 0; row < 300; row++) {
            for (int column = 0; column < 300; column++) {
                assertThat(Double.doubleToRawLongBits(shared.get(row, column)))
                        .isEqualTo(Double.doubleToRawLongBits(alone.get(row, column)));
            }
        }
    }

    @Test
    void one_that_is_not_positive_definite_has_none() {
        SymmetricMatrix flat = new SymmetricMatrix(3);
        flat.add(0, 1, 1);

        assertThatThrownBy(() -> flat.invert(ONE)).isInstanceOf(ArithmeticException.class);
    }

    private static SymmetricMatrix matrix(double[][] plain) {
        SymmetricMatrix matrix = new SymmetricMatrix(plain.length);
        for (int row = 0; row < plain.length; row++) {
            for (int column = 0; column <= row; column++) {
                matrix.add(row, column, plain[row][column]);
            }
        }
        return matrix;
    }

    /** Products of random rows, and something on the diagonal. */
    private static double[][] positive(int size) {
        Random chance = new Random(size);
        double[][] rows = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] = chance.nextGaussian();
            }
        }
        double[][] plain = new double[size][size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                double sum = one == other ? 1 : 0;
                for (int i = 0; i < size; i++) {
                    sum += rows[one][i] * rows[other][i] / size;
                }
                plain[one][other] = sum;
            }
        }
        return plain;
    }
}
