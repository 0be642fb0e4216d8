package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/** Ours, and what is popular. */
final class Contenders {
    static final ForkJoinPool WORKERS = ForkJoinPool.commonPool();

    private static final int ALL = 100_000;

    private Contenders() {}

    static List<Contender> all() {
        ImplicitAls.Settings wide = new ImplicitAls.Settings(48, 0.5, 0.3, 0.5, 0.5, 10, 1);
        ImplicitAls.Settings narrow = new ImplicitAls.Settings(20, 0.5, 0.15, 0.5, 0.5, 10, 2);
        Ease.Settings known = new Ease.Settings(500, 0, ALL);
        Ease.Settings alike = new Ease.Settings(500, 9, ALL);
        return List.of(
                of("popular", Contenders::popular),
                of("EASE without facets", split -> ease(split, known)),
                of("EASE", split -> ease(split, alike)),
                of("iALS", split -> als(split, wide)),
                of("EASE + iALS", split -> sum(ease(split, alike), als(split, wide), 1)),
                of("EASE + iALS/2", split -> sum(ease(split, alike), als(split, wide), 0.5)),
                of(
                        "EASE + 2 iALS",
                        split -> sum(sum(ease(split, alike), als(split, wide), 0.5), als(split, narrow), 0.5)));
    }

    private interface Training {
        Contender.Scores of(Split split);
    }

    private static Contender of(String name, Training training) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Scores train(Split split) {
                return training.of(split);
            }
        };
    }

    private static Contender.Scores popular(Split split) {
        double[] counts = new double[split.train().items()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = split.train().usersOf(item).length;
        }
        return user -> counts.clone();
    }

    private static Contender.Scores ease(Split split, Ease.Settings settings) {
        Ease model = Ease.train(split.train(), split.facets(), settings, WORKERS);
        return user -> model.scores(split.train().likesOf(user));
    }

    private static Contender.Scores als(Split split, ImplicitAls.Settings settings) {
        long[] keys = LongStream.range(0, split.train().items()).toArray();
        ImplicitAls model = ImplicitAls.train(split.train(), keys, settings, WORKERS);
        return user -> model.scores(split.train().likesOf(user));
    }

    private static Contender.Scores sum(Contender.Scores one, Contender.Scores other, double weight) {
        return user -> {
            double[] scores = one.of(user);
            double[] more = other.of(user);
            for (int item = 0; item < scores.length; item++) {
                scores[item] += weight * more[item];
            }
            return scores;
        };
    }
}
