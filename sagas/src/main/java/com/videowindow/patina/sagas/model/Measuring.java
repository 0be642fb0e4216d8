package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.learning.evaluation.BestItems;
import com.videowindow.patina.learning.evaluation.LastLikes;
import com.videowindow.patina.learning.evaluation.Scorer;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.TrainingSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures models: what they foretell, how long they take, and how much their lists have in common. */
final class Measuring {
    private static final int PLACES = 10;
    private static final double PERCENTILE = 0.99;

    private Measuring() {}

    static CollaborativeModel.Settings settings(Hyperparameters said) {
        return new CollaborativeModel.Settings(
                said.easePenalty(),
                said.easeKept(),
                new ImplicitAls.Settings(
                        said.factors(), said.unliked(), said.penalty(), said.power(), said.rounds(), said.seed()));
    }

    /** What these settings learn from the rest. */
    static Metrics of(Hyperparameters settings, LastLikes kept, ForkJoinPool workers) {
        return of(CollaborativeModel.train(kept.rest(), settings(settings), workers)::scores, kept);
    }

    static Metrics of(Scorer scorer, LastLikes kept) {
        Times times = new Times();
        LastLikes.Foretold foretold = kept.measure(liked -> times.of(() -> scorer.scores(liked)));
        return new Metrics(
                foretold.people(),
                foretold.ndcg(),
                foretold.recall(),
                foretold.coverage(),
                foretold.light(),
                foretold.heavy(),
                times.micros());
    }

    /**
     * Lists for some people, evenly chosen, by both.
     *
     * @param inForce absent where none is
     */
    static Shadow beside(CollaborativeModel model, @Nullable CollaborativeModel inForce, TrainingSet all, int lists) {
        int some = Math.min(lists, all.people());
        Times times = new Times();
        Times others = new Times();
        double overlap = 0;
        for (int i = 0; i < some; i++) {
            int[] likes = all.likesOf((int) ((long) i * all.people() / some));
            Set<Object> list = new HashSet<>(Arrays.asList(times.of(() -> list(model, all, likes))));
            if (inForce == null) {
                overlap++;
            } else {
                Object[] other = others.of(() -> list(inForce, all, likes));
                list.retainAll(Arrays.asList(other));
                overlap += other.length == 0 ? 1 : (double) list.size() / other.length;
            }
        }
        return new Shadow(some, some == 0 ? 1 : overlap / some, times.micros(), others.micros());
    }

    private static Object[] list(CollaborativeModel model, TrainingSet all, int[] likes) {
        int[] known = IntStream.of(likes)
                .map(item -> model.numberOf(all.items().get(item)))
                .filter(item -> item >= 0)
                .toArray();
        return IntStream.of(BestItems.of(model.scores(known), PLACES, known))
                .mapToObj(model.items()::get)
                .toArray();
    }

    /** How long something takes again and again. */
    private static final class Times {
        private long[] nanos = new long[64];
        private int count;

        <T> T of(Supplier<T> work) {
            long begun = System.nanoTime();
            T done = work.get();
            nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
            nanos[count++] = System.nanoTime() - begun;
            return done;
        }

        long micros() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[(int) Math.ceil(PERCENTILE * count) - 1] / 1_000;
        }
    }
}
