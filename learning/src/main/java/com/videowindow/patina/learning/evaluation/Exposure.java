package com.videowindow.patina.learning.evaluation;

import java.util.Arrays;

/** How the places of many lists are shared out among all items. Not safe for threads. */
public final class Exposure {
    private final long[] places;

    /** @param items of the catalogue, listed or not */
    public Exposure(int items) {
        places = new long[items];
    }

    public void add(int[] list) {
        for (int item : list) {
            places[item]++;
        }
    }

    /** Catalogue coverage: the share of all items that stand in any list. */
    public double coverage() {
        return places.length == 0
                ? 0
                : (double) Arrays.stream(places).filter(count -> count > 0).count() / places.length;
    }

    /**
     * Gini's coefficient: 0 when all items have equally many places, near 1 when few have them all. With the counts
     * ascending, {@code Σ (2i - n - 1) x_i / (n Σ x_i)}.
     */
    public double gini() {
        long[] ascending = places.clone();
        Arrays.sort(ascending);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            weighted += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
            sum += ascending[i];
        }
        return sum == 0 ? 0 : weighted / (ascending.length * sum);
    }
}
