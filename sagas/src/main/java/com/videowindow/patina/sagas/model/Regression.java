package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.evaluation.ListQuality;
import com.videowindow.patina.learning.evaluation.Ranking;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Likes;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a model does worse than the one before, on what people liked since it was trained: neither has seen that, so
 * neither is at an advantage. For each person both make a list from what they had liked by then.
 *
 * @param people who liked something since
 * @param gain of the one in force, as a mean over them
 * @param before of the one before
 * @param deviations of the mean difference from nought, in its standard errors; below 0 where the one in force does worse
 */
record Regression(int people, double gain, double before, double deviations) {
    private static final int PLACES = 10;
    /** Of a hundred that do no worse some two are taken back. */
    private static final double PLAIN = -2;

    static Regression of(CollaborativeModel inForce, CollaborativeModel before, Lessons.Both lessons) {
        int people = 0;
        double gains = 0;
        double others = 0;
        double squares = 0;
        for (var each : lessons.now().likes().entrySet()) {
            Basket known = lessons.then().likes().get(each.getKey());
            if (known != null) {
                Set<ContentId> since = new HashSet<>(each.getValue().liked());
                known.liked().forEach(since::remove);
                if (!since.isEmpty()) {
                    double gain = gain(inForce, known, since);
                    double other = gain(before, known, since);
                    people++;
                    gains += gain;
                    others += other;
                    squares += (gain - other) * (gain - other);
                }
            }
        }
        return people < 2
                ? new Regression(people, gains, others, 0)
                : new Regression(
                        people,
                        gains / people,
                        others / people,
                        deviations((gains - others) / people, squares, people));
    }

    private static double deviations(double mean, double squares, int people) {
        double variance = (squares - people * mean * mean) / (people - 1);
        double error = Math.sqrt(Math.max(variance, 0) / people);
        return error > 0 ? mean / error : mean * Double.MAX_VALUE;
    }

    /** What a model does not know it cannot list, and that counts against it: else who knows more would have more to miss. */
    private static double gain(CollaborativeModel model, Basket known, Set<ContentId> since) {
        Likes liked = model.likes(known);
        BitSet wanted = new BitSet();
        int unknown = model.items().size();
        for (ContentId content : since) {
            int number = model.numberOf(content);
            wanted.set(number >= 0 ? number : unknown++);
        }
        return ListQuality.of(Ranking.best(model.scores(liked), liked.numbers(), PLACES), wanted, PLACES)
                .ndcg();
    }

    /** @param share by which it may be worse */
    boolean isPlain(int least, double share) {
        return people >= least && gain < before * (1 - share) && deviations < PLAIN;
    }
}
