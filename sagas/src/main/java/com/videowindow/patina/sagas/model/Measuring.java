package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.learning.evaluation.Ranking;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.LastLikes;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.Scorer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
                new Ease.Settings(said.easePenalty(), said.easeAlike(), said.easeKept(), said.mostExact()),
                said.factorizations().stream()
                        .map(one -> new ImplicitAls.Settings(
                                one.factors(),
                                one.unliked(),
                                one.penalty(),
                                one.power(),
                                one.heed(),
                                one.rounds(),
                                one.seed()))
                        .toList());
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
                times.micros(),
                foretold.calibration());
    }

    /**
     * Lists for some people, evenly chosen, by both.
     *
     * @param inForce absent where none is
     */
    static Shadow beside(
            CollaborativeModel model, @Nullable CollaborativeModel inForce, List<Basket> people, int lists) {
        int some = Math.min(lists, people.size());
        Times times = new Times();
        Times others = new Times();
        double overlap = 0;
        for (int i = 0; i < some; i++) {
            Basket likes = people.get((int) ((long) i * people.size() / some));
            Set<ContentId> list = new HashSet<>(times.of(() -> list(model, likes)));
            if (inForce == null) {
                overlap++;
            } else {
                List<ContentId> other = others.of(() -> list(inForce, likes));
                list.retainAll(other);
                overlap += other.isEmpty() ? 1 : (double) list.size() / other.size();
            }
        }
        return new Shadow(some, some == 0 ? 1 : overlap / some, times.micros(), others.micros());
    }

    private static List<ContentId> list(CollaborativeModel model, Basket likes) {
        Likes known = model.likes(likes);
        return IntStream.of(Ranking.best(model.scores(known), known.numbers(), PLACES))
                .mapToObj(model.items()::get)
                .toList();
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
