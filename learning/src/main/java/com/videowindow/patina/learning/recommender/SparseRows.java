package com.videowindow.patina.learning.recommender;

import java.util.Arrays;

/** Rows of few values, filled from the lowest column to the highest. */
final class SparseRows {
    private final int[][] columns;
    private final float[][] values;
    private final int[] sizes;

    SparseRows(int rows) {
        columns = new int[rows][4];
        values = new float[rows][4];
        sizes = new int[rows];
    }

    void add(int row, int column, float value) {
        int size = sizes[row]++;
        if (size == columns[row].length) {
            columns[row] = Arrays.copyOf(columns[row], size * 2);
            values[row] = Arrays.copyOf(values[row], size * 2);
        }
        columns[row][size] = column;
        values[row][size] = value;
    }

    int[][] columns() {
        Arrays.setAll(columns, row -> Arrays.copyOf(columns[row], sizes[row]));
        return columns;
    }

    float[][] values() {
        Arrays.setAll(values, row -> Arrays.copyOf(values[row], sizes[row]));
        return values;
    }
}
