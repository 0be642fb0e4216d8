package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a recommender may learn from.
 *
 * @param ratings the part of the data set that is learned from
 * @param liked who met what
 * @param histories each user's ratings, oldest first
 */
record Known(Ratings ratings, UserItemMatrix liked, List<List<Rating>> histories) {
    private static final Comparator<Rating> OLDEST_FIRST =
            Comparator.comparingLong(Rating::time).thenComparingInt(Rating::item);

    static Known of(Ratings ratings) {
        List<List<Rating>> histories = new ArrayList<>(ratings.byUser());
        histories.replaceAll(own -> own.stream().sorted(OLDEST_FIRST).toList());
        List<int[]> rows = histories.stream()
                .map(own -> own.stream().mapToInt(Rating::item).toArray())
                .toList();
        return new Known(ratings, new UserItemMatrix(rows, ratings.items().size()), List.copyOf(histories));
    }

    /** Of each item how many met it. */
    int[] audience() {
        int[] audience = new int[liked.items()];
        for (int item = 0; item < audience.length; item++) {
            audience[item] = liked.usersOf(item).length;
        }
        return audience;
    }
}
