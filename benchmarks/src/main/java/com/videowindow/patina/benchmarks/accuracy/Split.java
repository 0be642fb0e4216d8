package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.recommender.Draw;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is learned from, and what is asked afterwards.
 *
 * @param test for each user the items that are to be foretold; none where nothing is asked of them
 */
record Split(UserItemMatrix train, List<BitSet> test) {

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
        List<int[]> train = new ArrayList<>();
        List<BitSet> test = new ArrayList<>();
        for (List<Rating> all : own) {
            all.sort(Comparator.comparingDouble(order).thenComparingInt(Rating::item));
            int kept = Math.min(all.size() - 1, (int) Math.round(share * all.size()));
            train.add(all.subList(0, kept).stream().mapToInt(Rating::item).toArray());
            test.add(items(all.subList(kept, all.size())));
        }
        return new Split(new UserItemMatrix(train, ratings.items().size()), test);
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
        List<int[]> train = before.stream()
                .map(own -> own.stream().mapToInt(Rating::item).toArray())
                .toList();
        return new Split(
                new UserItemMatrix(train, ratings.items().size()),
                after.stream().map(Split::items).toList());
    }

    private static BitSet items(List<Rating> ratings) {
        BitSet items = new BitSet();
        ratings.forEach(rating -> items.set(rating.item()));
        return items;
    }
}
