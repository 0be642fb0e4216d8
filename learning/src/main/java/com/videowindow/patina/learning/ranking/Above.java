package com.videowindow.patina.learning.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** What stands above a place. */
public final class Above {
    /** What stood there is not known any more. */
    public static final int GONE = -1;

    private int[] placed = new int[16];
    private int places;

    /** @param work or {@link #GONE} */
    public void add(int work) {
        if (places == placed.length) {
            placed = Arrays.copyOf(placed, 2 * places);
        }
        placed[places] = work;
        places++;
    }

    /** Of the next. */
    public int place() {
        return places + 1;
    }

    /** How many of the latest are such. */
    public int count(int latest, IntPredicate such) {
        int count = 0;
        for (int i = Math.max(0, places - latest); i < places; i++) {
            count += placed[i] != GONE && such.test(placed[i]) ? 1 : 0;
        }
        return count;
    }
}
