package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.linear.Products;
import java.io.IOException;
import java.util.Arrays;

/**
 * The factors of items, as they are served: one row after the other in one array, since of a list of some thousand items that stand anywhere
 * the time goes into fetching their rows. Of 24 bits, as many as anything learned of likes is worth; all sums are made of doubles.
 */
final class FactorRows {
    private final int width;
    private final float[] values;

    private FactorRows(int width, float[] values) {
        this.width = width;
        this.values = values;
    }

    /** @param rows all of the same length */
    static FactorRows of(int width, double[][] rows) {
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < width; i++) {
                values[row * width + i] = (float) rows[row][i];
            }
        }
        return new FactorRows(width, values);
    }

    int count() {
        return values.length / width;
    }

    double[] row(int number) {
        double[] row = new double[width];
        for (int i = 0; i < width; i++) {
            row[i] = values[number * width + i];
        }
        return row;
    }

    double[][] rows(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(this::row).toArray(double[][]::new);
    }

    /** Of somebody's factors and an item's. */
    double product(double[] person, int number) {
        return Products.of(person, values, number * width);
    }

    void write(LittleEndianOutput out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static FactorRows read(int width, int count, LittleEndianInput in) throws IOException {
        return new FactorRows(width, in.readFloats(Math.multiplyExact(count, width)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactorRows same && width == same.width && Arrays.equals(values, same.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
