package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** One row of a sparse matrix while it is summed up: dense, with the list of what was touched. Used by one thread. */
final class Sums {
    private static final int TOGETHER = 128;

    private final double[] values;
    private final int[] touched;
    private int size;

    private Sums(int columns) {
        values = new double[columns];
        touched = new int[columns];
    }

    /** Something done with a row, which leaves the sums clear. */
    interface Work {
        void with(int row, Sums sums);
    }

    /** Each row once, in whatever order; {@value #TOGETHER} of them share what they are summed up in. */
    static void eachOf(int rows, ForkJoinPool workers, Work work) {
        int parts = (rows + TOGETHER - 1) / TOGETHER;
        workers.submit(() -> IntStream.range(0, parts).parallel().forEach(part -> {
                    Sums sums = new Sums(rows);
                    for (int row = part * TOGETHER; row < Math.min(rows, (part + 1) * TOGETHER); row++) {
                        work.with(row, sums);
                    }
                }))
                .join();
    }

    /** Nothing that is added is nought or below. */
    void add(Likes row, double weight) {
        for (int place = 0; place < row.size(); place++) {
            add(row.number(place), weight * row.strength(place));
        }
    }

    void add(int[] columns, double weight) {
        for (int column : columns) {
            add(column, weight);
        }
    }

    private void add(int column, double value) {
        if (values[column] == 0) {
            touched[size++] = column;
        }
        values[column] += value;
    }

    double of(int column) {
        return values[column];
    }

    /** In no order. */
    IntStream touched() {
        return Arrays.stream(touched, 0, size);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            values[touched[i]] = 0;
        }
        size = 0;
    }
}
