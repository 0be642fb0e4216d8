package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.SessionNeighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/** Ours, and what is popular. */
final class Contenders {
    private static final ForkJoinPool WORKERS = ForkJoinPool.commonPool();
    private static final double SECONDS_A_DAY = 86_400;

    private Contenders() {}

    static List<Family<?>> all() {
        return List.of(
                new Family<>("popular", false, chosen -> "-", List.of("-"), (known, none) -> popular(known)),
                new Family<>(
                        "popular-lately", false, Chosen::halfLifeDays, Spaces.HALF_LIVES, Contenders::popularLately),
                new Family<>("co-occurrence", true, chosen -> "-", List.of("-"), (known, none) -> together(known)),
                new Family<>("VSKNN", true, Chosen::sessions, Spaces.SESSIONS, Contenders::sessions),
                new Family<>("EASE", true, Chosen::ease, Spaces.EASE, Contenders::ease),
                new Family<>("EASE+facets", true, Chosen::easeWithFacets, Spaces.EASE_WITH_FACETS, Contenders::ease),
                new Family<>("iALS", true, Chosen::als, Spaces.ALS, Contenders::als),
                new Family<>("hybrid", true, Chosen::hybrid, Spaces.HYBRIDS, Contenders::hybrid));
    }

    private static Contender.Scores popular(Known known) {
        double[] audience = Arrays.stream(known.audience()).asDoubleStream().toArray();
        return user -> audience;
    }

    /** What many met counts for less the longer ago it was. */
    private static Contender.Scores popularLately(Known known, double halfLifeDays) {
        long now = known.ratings().all().stream().mapToLong(Rating::time).max().orElse(0);
        double[] scores = new double[known.liked().items()];
        known.ratings().all().forEach(rating -> {
            double ago = (now - rating.time()) / SECONDS_A_DAY;
            scores[rating.item()] += StrictMath.pow(2, -ago / halfLifeDays);
        });
        return user -> scores;
    }

    /** As every node learns it in memory: of each the latest likes, no setting. */
    private static Contender.Scores together(Known known) {
        CoOccurrence model = CoOccurrence.train(known.histories().stream()
                .map(own -> Market.basket(known, own, CrowdSignals.MAX_LIKED))
                .toList());
        return user -> {
            float[] near = new float[model.size()];
            for (int item : known.liked().itemsOf(user)) {
                int number = model.numberOf(Market.content(item));
                if (number >= 0) {
                    model.addNeighbours(number, 1, near);
                }
            }
            double[] scores = new double[known.liked().items()];
            for (int number = 0; number < near.length; number++) {
                scores[Market.item(model.content(number))] = near[number];
            }
            return scores;
        };
    }

    private static Contender.Scores sessions(Known known, SessionNeighbours.Settings settings) {
        List<int[]> sessions = new ArrayList<>();
        known.histories()
                .forEach(own -> sessions.add(own.stream().mapToInt(Rating::item).toArray()));
        SessionNeighbours model = new SessionNeighbours(sessions, known.liked().items(), settings);
        return user -> model.scores(sessions.get(user));
    }

    private static Contender.Scores ease(Known known, Ease.Settings settings) {
        Ease model = Ease.train(known.liked(), known.facets(), settings, WORKERS);
        return user -> model.scores(known.liked().likesOf(user));
    }

    private static Contender.Scores als(Known known, ImplicitAls.Settings settings) {
        long[] keys = LongStream.range(0, known.liked().items()).toArray();
        ImplicitAls model = ImplicitAls.train(known.liked(), keys, settings, WORKERS);
        return user -> model.scores(known.liked().likesOf(user));
    }

    /** The model as it is trained from the log and served, with the weights that it learns for its parts. */
    private static Contender.Scores hybrid(Known known, CollaborativeModel.Settings settings) {
        CollaborativeModel model = CollaborativeModel.train(Market.of(known), settings, WORKERS);
        return user -> {
            double[] own = model.scores(Market.likes(known, user, model));
            double[] scores = new double[known.liked().items()];
            Arrays.fill(scores, Double.NEGATIVE_INFINITY);
            for (int number = 0; number < own.length; number++) {
                scores[Market.item(model.items().get(number))] = own[number];
            }
            return scores;
        };
    }
}
