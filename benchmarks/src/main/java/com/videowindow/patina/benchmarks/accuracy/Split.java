package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.recommender.Draw;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is learned from, and what is asked afterwards.
 *
 * @param facets for each the numbers of the items that have it
 * @param test for each user the items that are to be foretold; none where nothing is asked of them
 */
record Split(UserItemMatrix train, List<int[]> facets, List<BitSet> test) {
    /** Half of one to a bit more: a bad rating says less for what is alike, not nothing. */
    private static final double MIDDLE = 3.5;

    private static final double A_STAR = 0.2;

    /** A share of each user's ratings at random, as in the table of the Microsoft recommenders. */
    static Split random(Ratings ratings, double share, long seed) {
        return byUser(ratings, share, rating -> Draw.uniform(seed, (long) rating.user() << 32 | rating.item()));
    }

    /** The first of each user's ratings; what a share of 1 leaves is nothing, so at least their last is asked. */
    static Split leaveLastOut(Ratings ratings) {
        return byUser(ratings, 1, Rating::time);
    }

    private static Split byUser(Ratings ratings, double share, ToDoubleFunction<Rating> order) {
        List<List<Rating>> own = new ArrayList<>();
        for (int user = 0; user < ratings.users(); user++) {
            own.add(new ArrayList<>());
        }
        ratings.all().forEach(rating -> own.get(rating.user()).add(rating));
        List<Likes> train = new ArrayList<>();
        List<BitSet> test = new ArrayList<>();
        for (List<Rating> all : own) {
            all.sort(Comparator.comparingDouble(order).thenComparingInt(Rating::item));
            int kept = Math.min(all.size() - 1, (int) Math.round(share * all.size()));
            train.add(likes(all.subList(0, kept), ratings.areOfStars()));
            test.add(items(all.subList(kept, all.size())));
        }
        return new Split(UserItemMatrix.weighted(train, ratings.items().size()), ratings.facets(), test);
    }

    /** All before a moment is learned from, all after it asked: nobody's future teaches about another's past. */
    static Split temporal(Ratings ratings, double share) {
        List<Rating> all = new ArrayList<>(ratings.all());
        all.sort(Comparator.comparingLong(Rating::time)
                .thenComparingInt(Rating::user)
                .thenComparingInt(Rating::item));
        long border = all.get((int) (share * all.size())).time();
        List<List<Rating>> before = new ArrayList<>();
        List<List<Rating>> after = new ArrayList<>();
        for (int user = 0; user < ratings.users(); user++) {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
        }
        all.forEach(rating ->
                (rating.time() < border ? before : after).get(rating.user()).add(rating));
        List<Likes> train =
                before.stream().map(own -> likes(own, ratings.areOfStars())).toList();
        return new Split(
                UserItemMatrix.weighted(train, ratings.items().size()),
                ratings.facets(),
                after.stream().map(Split::items).toList());
    }

    private static Likes likes(List<Rating> ratings, boolean ofStars) {
        return Likes.of(
                ratings.stream().mapToInt(Rating::item).toArray(),
                ratings.stream()
                        .mapToDouble(rating -> ofStars ? 1 + A_STAR * (rating.value() - MIDDLE) : 1)
                        .toArray());
    }

    private static BitSet items(List<Rating> ratings) {
        BitSet items = new BitSet();
        ratings.forEach(rating -> items.set(rating.item()));
        return items;
    }
}
