package com.videowindow.patina.learning.recommender;

import java.util.Arrays;

/**
 * Sums of few items among many, in a table with open addressing: of a large catalogue what somebody likes speaks of some thousand, and an
 * array of all would be read through for every list.
 */
final class Touched {
    private static final int FREE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private final int[] items;
    private final double[] sums;
    private final int mask;

    /** @param most that will be added, counted as often as they are */
    Touched(int most) {
        int places = Integer.highestOneBit(Math.max(1, most)) * 4;
        items = new int[places];
        Arrays.fill(items, FREE);
        sums = new double[places];
        mask = places - 1;
    }

    void add(int item, double more) {
        int place = place(item);
        items[place] = item;
        sums[place] += more;
    }

    /** 0 where nothing was added. */
    double of(int item) {
        return sums[place(item)];
    }

    /** Each once. */
    int[] items() {
        return Arrays.stream(items).filter(item -> item != FREE).toArray();
    }

    private int place(int item) {
        int place = ((item * SPREAD) >>> 7) & mask;
        while (items[place] != item && items[place] != FREE) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
