package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.UserItemMatrix;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/** Ours, and what is popular. */
final class Contenders {
    static final ForkJoinPool WORKERS = ForkJoinPool.commonPool();

    private Contenders() {}

    static List<Contender> all() {
        ImplicitAls.Settings wide = new ImplicitAls.Settings(48, 0.5, 0.3, 0.5, 10, 1);
        ImplicitAls.Settings narrow = new ImplicitAls.Settings(20, 0.5, 0.15, 0.5, 10, 2);
        return List.of(
                of("popular", Contenders::popular),
                of("EASE", liked -> ease(liked, 500)),
                of("iALS", liked -> als(liked, wide)),
                of("EASE + iALS", liked -> sum(ease(liked, 500), als(liked, wide), 1)),
                of("EASE + iALS 20", liked -> sum(ease(liked, 500), als(liked, narrow), 0.5)));
    }

    private interface Training {
        Contender.Scores of(UserItemMatrix liked);
    }

    private static Contender of(String name, Training training) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Scores train(UserItemMatrix liked) {
                return training.of(liked);
            }
        };
    }

    private static Contender.Scores popular(UserItemMatrix liked) {
        float[] counts = new float[liked.items()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = liked.usersOf(item).length;
        }
        return user -> counts.clone();
    }

    private static Contender.Scores ease(UserItemMatrix liked, double penalty) {
        Ease model = Ease.train(liked, penalty, WORKERS);
        return user -> model.scores(liked.itemsOf(user));
    }

    private static Contender.Scores als(UserItemMatrix liked, ImplicitAls.Settings settings) {
        long[] keys = LongStream.range(0, liked.items()).toArray();
        ImplicitAls model = ImplicitAls.train(liked, keys, settings, WORKERS);
        return user -> model.scores(liked.itemsOf(user));
    }

    private static Contender.Scores sum(Contender.Scores one, Contender.Scores other, double weight) {
        return user -> {
            float[] scores = one.of(user);
            float[] more = other.of(user);
            for (int item = 0; item < scores.length; item++) {
                scores[item] += (float) (weight * more[item]);
            }
            return scores;
        };
    }
}
