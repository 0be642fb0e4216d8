package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.chance.Draw;
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
record Split(Known train, List<BitSet> test) {

    /** A share of each user's ratings at random, as in the table of the Microsoft recommenders. */
    static Split random(Ratings ratings, double share, long seed) {
        return byUser(ratings, share, rating -> Draw.uniform(seed, (long) rating.user() << 32 | rating.item()));
    }

    /** All but the last of each user's ratings. */
    static Split leaveLastOut(Ratings ratings) {
        return byUser(ratings, 1, Rating::time);
    }

    /** What a share of 1 leaves is nothing, so at least the last of each is asked. */
    private static Split byUser(Ratings ratings, double share, ToDoubleFunction<Rating> order) {
        List<Rating> train = new ArrayList<>();
        List<Rating> test = new ArrayList<>();
        for (List<Rating> own : ratings.byUser()) {
            own.sort(Comparator.comparingDouble(order).thenComparingInt(Rating::item));
            int kept = Math.min(own.size() - 1, (int) Math.round(share * own.size()));
            train.addAll(own.subList(0, Math.max(0, kept)));
            test.addAll(own.subList(Math.max(0, kept), own.size()));
        }
        return of(ratings, train, test);
    }

    /** All before a moment is learned from, all after it asked: nobody's future teaches about another's past. */
    static Split temporal(Ratings ratings, double share) {
        long[] times = ratings.all().stream().mapToLong(Rating::time).sorted().toArray();
        long border = times[Math.min(times.length - 1, (int) (share * times.length))];
        return of(
                ratings,
                ratings.all().stream().filter(rating -> rating.time() < border).toList(),
                ratings.all().stream().filter(rating -> rating.time() >= border).toList());
    }

    /** @param learned how many of all, from the first on, are learned from */
    static Split given(Ratings ratings, int learned) {
        return of(
                ratings,
                ratings.all().subList(0, learned),
                ratings.all().subList(learned, ratings.all().size()));
    }

    private static Split of(Ratings ratings, List<Rating> train, List<Rating> test) {
        List<BitSet> asked = new ArrayList<>();
        ratings.users().forEach(user -> asked.add(new BitSet()));
        test.forEach(rating -> asked.get(rating.user()).set(rating.item()));
        return new Split(Known.of(ratings.only(train)), asked);
    }

    /** Whether a user who is to be foretold is known at all. */
    boolean asks(int user) {
        return !test.get(user).isEmpty() && train.liked().itemsOf(user).length > 0;
    }
}
