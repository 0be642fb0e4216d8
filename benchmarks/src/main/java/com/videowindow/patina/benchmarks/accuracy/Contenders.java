package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.learning.preference.Liking;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
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
    /** So many people more, of all times, are supposed to have met each item. */
    private static final double SMOOTHING = 5;

    private static final List<Ease.Settings> SPARSE =
            Spaces.EASE.stream().map(Contenders::sparse).toList();

    private Contenders() {}

    static List<Family<?>> all() {
        return List.of(
                new Family<>("popular", false, chosen -> "-", List.of("-"), (known, none) -> popular(known)),
                new Family<>(
                        "popular-lately", false, Chosen::halfLifeDays, Spaces.HALF_LIVES, Contenders::popularLately),
                new Family<>("co-occurrence", true, chosen -> "-", List.of("-"), (known, none) -> together(known)),
                new Family<>("VSKNN", true, Chosen::sessions, Spaces.SESSIONS, Contenders::sessions),
                new Family<>("EASE", true, Chosen::ease, Spaces.EASE, Contenders::ease),
                new Family<>("EASE-sparse", true, chosen -> sparse(chosen.ease()), SPARSE, Contenders::ease),
                new Family<>("EASE+facets", true, Chosen::easeWithFacets, Spaces.EASE_WITH_FACETS, Contenders::ease),
                new Family<>("EASE+lately", true, Chosen::lately, Spaces.LATELY, Contenders::turnedToNow),
                new Family<>("iALS", true, Chosen::als, Spaces.ALS, Contenders::als),
                new Family<>("hybrid", true, Chosen::hybrid, Spaces.HYBRIDS, Contenders::hybrid),
                new Family<>(
                        "crowd-of-guest", true, chosen -> "-", List.of("-"), (known, none) -> Guests.byCrowd(known)),
                new Family<>(
                        "VSKNN-of-guest", true, chosen -> "-", List.of("-"), (known, none) -> Guests.bySessions(known)),
                new Family<>("hybrid-of-guest", true, Chosen::hybrid, Spaces.HYBRIDS, Guests::byModel),
                new Family<>("both-of-guest", true, Chosen::hybrid, Spaces.HYBRIDS, Guests::byBoth));
    }

    private static Contender.Scores popular(Known known) {
        double[] audience = Arrays.stream(known.audience()).asDoubleStream().toArray();
        return user -> audience;
    }

    /** What many met counts for less the longer ago it was. */
    private static Contender.Scores popularLately(Known known, double halfLifeDays) {
        double[] scores = lately(known, halfLifeDays);
        return user -> scores;
    }

    private static double[] lately(Known known, double halfLifeDays) {
        long now = known.ratings().all().stream().mapToLong(Rating::time).max().orElse(0);
        double[] scores = new double[known.liked().items()];
        known.ratings().all().forEach(rating -> {
            double ago = (now - rating.time()) / SECONDS_A_DAY;
            scores[rating.item()] += StrictMath.pow(2, -ago / halfLifeDays);
        });
        return scores;
    }

    /**
     * What a model learned of all times, turned to now: how popular an item is lately in proportion to how popular it was
     * altogether, to a power, times its score. That is how a classifier is turned to other shares of its classes.
     */
    private static Contender.Scores turnedToNow(Known known, Chosen.Lately settings) {
        Contender.Scores model = ease(known, settings.ease());
        double[] lately = lately(known, settings.halfLifeDays());
        int[] audience = known.audience();
        double share = Arrays.stream(lately).sum() / known.liked().size();
        double[] factors = new double[lately.length];
        for (int item = 0; item < factors.length; item++) {
            double ratio = (lately[item] + share * SMOOTHING) / (share * (audience[item] + SMOOTHING));
            factors[item] = StrictMath.pow(ratio, settings.power());
        }
        return user -> {
            double[] scores = model.of(user);
            for (int item = 0; item < scores.length; item++) {
                scores[item] *= scores[item] > 0 ? factors[item] : 1 / factors[item];
            }
            return scores;
        };
    }

    /** As every node learns it in memory: of each the latest likes, no setting. */
    static CoOccurrence crowd(Known known) {
        return CoOccurrence.train(known.histories().stream()
                .map(own -> Market.basket(known, own, Liking.MOST))
                .toList());
    }

    private static Contender.Scores together(Known known) {
        CoOccurrence model = crowd(known);
        return user -> near(model, known.liked().itemsOf(user), known);
    }

    static double[] near(CoOccurrence model, int[] liked, Known known) {
        float[] near = new float[model.size()];
        for (int item : liked) {
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

    /** As of more items than the matrix is inverted of. */
    private static Ease.Settings sparse(Ease.Settings exact) {
        return new Ease.Settings(exact.penalty(), exact.alike(), exact.kept(), 0);
    }

    private static Contender.Scores als(Known known, ImplicitAls.Settings settings) {
        long[] keys = LongStream.range(0, known.liked().items()).toArray();
        ImplicitAls model = ImplicitAls.train(known.liked(), keys, settings, WORKERS);
        return user -> model.scores(known.liked().likesOf(user));
    }

    /** The model as it is trained from the log and served, with the weights that it learns for its parts. */
    private static Contender.Scores hybrid(Known known, CollaborativeModel.Settings settings) {
        CollaborativeModel model = CollaborativeModel.train(Market.of(known), settings, WORKERS);
        return user -> inOrder(model.scores(Market.likes(known, user, model)), model, known);
    }

    static double[] inOrder(double[] own, CollaborativeModel model, Known known) {
        double[] scores = new double[known.liked().items()];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int number = 0; number < own.length; number++) {
            scores[Market.item(model.items().get(number))] = own[number];
        }
        return scores;
    }
}
