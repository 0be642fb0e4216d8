package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.learning.recommender.SessionNeighbours;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * As guests are served: the latest {@value #LATEST} are all that is known of somebody, and nothing was learned from them. So a
 * fifth of the users is asked by what the other four fifths taught, five times over.
 */
final class Guests {
    private static final int LATEST = 5;
    private static final int FOLDS = 5;
    private static final ForkJoinPool WORKERS = ForkJoinPool.commonPool();

    private Guests() {}

    /** Scores by what is left of a history. */
    private interface Ranker {
        double[] of(List<Rating> latest);
    }

    /** What goes together, as a node knows it before a model was trained. */
    static Contender.Scores byCrowd(Known known) {
        return ofOthers(known, others -> {
            CoOccurrence crowd = Contenders.crowd(others);
            return latest -> Contenders.near(crowd, items(latest), others);
        });
    }

    static Contender.Scores bySessions(Known known) {
        return ofOthers(known, Guests::sessions);
    }

    static Contender.Scores byModel(Known known, CollaborativeModel.Settings settings) {
        return ofOthers(known, others -> model(others, settings));
    }

    /** As they are served: what a model says, and what those say who did the same, each relative to its best. */
    static Contender.Scores byBoth(Known known, CollaborativeModel.Settings settings) {
        return ofOthers(known, others -> {
            Ranker model = model(others, settings);
            Ranker sessions = sessions(others);
            return latest -> {
                double[] told = relative(
                        Arrays.stream(model.of(latest)).map(Guests::bounded).toArray());
                double[] said = relative(sessions.of(latest));
                Arrays.setAll(told, item -> Math.max(-1, told[item]) + said[item]);
                return told;
            };
        });
    }

    private static double[] relative(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        return Arrays.stream(scores)
                .map(score -> most > 0 ? score / most : score)
                .toArray();
    }

    private static double bounded(double score) {
        return Double.isInfinite(score) ? -1 : score / (1 + Math.abs(score));
    }

    private static Ranker sessions(Known others) {
        List<int[]> sessions = others.histories().stream()
                .map(own -> items(latest(own, SessionNeighbours.KEPT)))
                .toList();
        SessionNeighbours model =
                new SessionNeighbours(sessions, others.liked().items(), SessionNeighbours.Settings.SERVED);
        return latest -> model.answer(items(latest)).scores(CrowdSessions.SAYING);
    }

    private static Ranker model(Known others, CollaborativeModel.Settings settings) {
        CollaborativeModel model = CollaborativeModel.train(Market.of(others), settings, WORKERS);
        return latest ->
                Contenders.inOrder(model.scores(model.likes(Market.basket(others, latest, LATEST))), model, others);
    }

    private static Contender.Scores ofOthers(Known known, Function<Known, Ranker> learning) {
        List<Ranker> rankers = IntStream.range(0, FOLDS)
                .mapToObj(fold -> Known.of(known.ratings()
                        .only(known.ratings().all().stream()
                                .filter(rating -> rating.user() % FOLDS != fold)
                                .toList())))
                .map(learning)
                .toList();
        return user -> rankers.get(user % FOLDS).of(latest(known.histories().get(user), LATEST));
    }

    private static List<Rating> latest(List<Rating> oldestFirst, int most) {
        return oldestFirst.subList(Math.max(0, oldestFirst.size() - most), oldestFirst.size());
    }

    private static int[] items(List<Rating> ratings) {
        return ratings.stream().mapToInt(Rating::item).toArray();
    }
}
