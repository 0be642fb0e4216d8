package com.videowindow.patina.learning.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** What stands above a place, counted. */
public final class Above {
    /** What stood there is not known any more. */
    public static final int GONE = -1;

    private final Works works;
    private final Map<Integer, Integer> creators = new HashMap<>();
    private final Map<Integer, Integer> categories = new HashMap<>();
    private int[] placed = new int[16];
    private int places;

    public Above(Works works) {
        this.works = works;
    }

    /** @param work or {@link #GONE} */
    public void add(int work) {
        if (places == placed.length) {
            placed = Arrays.copyOf(placed, 2 * places);
        }
        placed[places] = work;
        places++;
        if (work != GONE) {
            creators.merge(works.creatorOf(work), 1, Integer::sum);
            categories.merge(works.categoryOf(work), 1, Integer::sum);
        }
    }

    /** Of the next. */
    public int place() {
        return places + 1;
    }

    int ofCreator(int creator) {
        return creator < 0 ? 0 : creators.getOrDefault(creator, 0);
    }

    int ofCategory(int category) {
        return category < 0 ? 0 : categories.getOrDefault(category, 0);
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
