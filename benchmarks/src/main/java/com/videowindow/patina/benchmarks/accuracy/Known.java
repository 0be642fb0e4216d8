package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a recommender may learn from.
 *
 * @param ratings the part of the data set that is learned from
 * @param liked who met what, and how much they liked it where they said so
 * @param histories each user's ratings, oldest first
 * @param ofStars whether the ratings' values say how much was liked
 */
record Known(Ratings ratings, UserItemMatrix liked, List<List<Rating>> histories, boolean ofStars) {
    private static final double MIDDLE = 3.5;
    private static final double A_STAR = 0.2;
    private static final Comparator<Rating> OLDEST_FIRST =
            Comparator.comparingLong(Rating::time).thenComparingInt(Rating::item);

    static Known of(Ratings ratings) {
        List<List<Rating>> histories = new ArrayList<>(ratings.byUser());
        histories.replaceAll(own -> own.stream().sorted(OLDEST_FIRST).toList());
        boolean ofStars = ratings.areOfStars();
        List<Likes> rows = histories.stream()
                .map(own -> Likes.of(
                        own.stream().mapToInt(Rating::item).toArray(),
                        own.stream()
                                .mapToDouble(rating -> strength(rating, ofStars))
                                .toArray()))
                .toList();
        return new Known(
                ratings, UserItemMatrix.weighted(rows, ratings.items().size()), List.copyOf(histories), ofStars);
    }

    /** A bad rating says less for what is alike, not nothing. */
    private static double strength(Rating rating, boolean ofStars) {
        return ofStars ? 1 + A_STAR * (rating.value() - MIDDLE) : 1;
    }

    double strength(Rating rating) {
        return strength(rating, ofStars);
    }

    /** For each facet the numbers of the items that have it. */
    List<int[]> facets() {
        return List.copyOf(ratings.facets().values());
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
