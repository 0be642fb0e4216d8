package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Chosen.Blend;
import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CrowdSignals;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.SessionNeighbours;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
                new Family<>("EASE", true, Chosen::penalty, Spaces.PENALTIES, Contenders::ease),
                new Family<>("iALS", true, Chosen::als, Spaces.ALS, Contenders::als),
                new Family<>("EASE+iALS", true, Chosen::blend, Spaces.BLENDS, Contenders::blend));
    }

    private static Contender.Scores popular(Known known) {
        int[] audience = known.audience();
        float[] scores = new float[audience.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = audience[item];
        }
        return user -> scores;
    }

    /** What many met counts for less the longer ago it was. */
    private static Contender.Scores popularLately(Known known, double halfLifeDays) {
        long now = known.ratings().all().stream().mapToLong(Rating::time).max().orElse(0);
        double[] sums = new double[known.liked().items()];
        known.ratings().all().forEach(rating -> {
            double ago = (now - rating.time()) / SECONDS_A_DAY;
            sums[rating.item()] += StrictMath.pow(2, -ago / halfLifeDays);
        });
        float[] scores = new float[sums.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (float) sums[item];
        }
        return user -> scores;
    }

    /** As every node learns it in memory: of each the latest likes, no setting. */
    private static Contender.Scores together(Known known) {
        List<Basket> baskets = known.histories().stream()
                .map(own -> new Basket(Stream.iterate(own.size() - 1, i -> i >= 0, i -> i - 1)
                        .limit(CrowdSignals.MAX_LIKED)
                        .map(i -> content(own.get(i).item()))
                        .toList()))
                .toList();
        CoOccurrence model = CoOccurrence.train(baskets);
        return user -> {
            float[] near = new float[model.size()];
            for (int item : known.liked().itemsOf(user)) {
                int number = model.numberOf(content(item));
                if (number >= 0) {
                    model.addNeighbours(number, 1, near);
                }
            }
            float[] scores = new float[known.liked().items()];
            for (int number = 0; number < near.length; number++) {
                scores[Integer.parseInt(model.content(number).value())] = near[number];
            }
            return scores;
        };
    }

    private static ContentId content(int item) {
        return new ContentId(Integer.toString(item));
    }

    private static Contender.Scores sessions(Known known, SessionNeighbours.Settings settings) {
        List<int[]> sessions = new ArrayList<>();
        known.histories()
                .forEach(own -> sessions.add(own.stream().mapToInt(Rating::item).toArray()));
        SessionNeighbours model = new SessionNeighbours(sessions, known.liked().items(), settings);
        return user -> model.scores(sessions.get(user));
    }

    /** What nobody has met has no weight to or from anything, so it is left out: training costs the cube of the items. */
    private static Contender.Scores ease(Known known, double penalty) {
        int[] audience = known.audience();
        int[] met = IntStream.range(0, audience.length)
                .filter(item -> audience[item] > 0)
                .toArray();
        int[] places = new int[audience.length];
        for (int place = 0; place < met.length; place++) {
            places[met[place]] = place;
        }
        List<int[]> rows = new ArrayList<>();
        for (int user = 0; user < known.liked().users(); user++) {
            rows.add(Arrays.stream(known.liked().itemsOf(user))
                    .map(item -> places[item])
                    .toArray());
        }
        Ease model = Ease.train(new UserItemMatrix(rows, met.length), penalty, WORKERS);
        return user -> {
            float[] own = model.scores(rows.get(user));
            float[] scores = new float[audience.length];
            for (int place = 0; place < met.length; place++) {
                scores[met[place]] = own[place];
            }
            return scores;
        };
    }

    private static Contender.Scores als(Known known, ImplicitAls.Settings settings) {
        long[] keys = LongStream.range(0, known.liked().items()).toArray();
        ImplicitAls model = ImplicitAls.train(known.liked(), keys, settings, WORKERS);
        return user -> model.scores(known.liked().itemsOf(user));
    }

    private static Contender.Scores blend(Known known, Blend blend) {
        Contender.Scores one = ease(known, blend.penalty());
        Contender.Scores other = als(known, blend.als());
        return user -> {
            float[] scores = one.of(user);
            float[] more = other.of(user);
            for (int item = 0; item < scores.length; item++) {
                scores[item] += (float) (blend.weight() * more[item]);
            }
            return scores;
        };
    }
}
