package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Chosen.Lately;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.Question;
import com.videowindow.patina.learning.recommender.SessionNeighbours;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a search may choose from, for ours. */
final class Spaces {
    /** Weights of {@link Ease} that are kept: all. */
    static final int ALL = 100_000;

    static final List<Double> HALF_LIVES = List.of(3.0, 10.0, 30.0, 100.0, 300.0, 1_000.0);

    static final List<SessionNeighbours.Settings> SESSIONS = IntStream.of(50, 100, 200, 400)
            .boxed()
            .flatMap(neighbours -> IntStream.of(5, 20, 1_000).boxed().flatMap(latest -> DoubleStream.of(0, 0.5, 1)
                    .mapToObj(power -> new SessionNeighbours.Settings(neighbours, latest, power))))
            .toList();

    static final List<Ease.Settings> EASE = DoubleStream.of(50, 100, 200, 300, 500, 700, 1_000, 1_500, 2_500)
            .mapToObj(penalty -> new Ease.Settings(penalty, 0, ALL))
            .toList();

    static final List<Ease.Settings> EASE_WITH_FACETS = Stream.of(300, 500, 800)
            .flatMap(penalty -> DoubleStream.of(4, 9, 20).mapToObj(alike -> new Ease.Settings(penalty, alike, ALL)))
            .toList();

    static final List<Lately> LATELY = DoubleStream.of(300, 700)
            .mapToObj(penalty -> new Ease.Settings(penalty, 0, ALL))
            .flatMap(ease -> Stream.of(3.0, 10.0, 30.0).flatMap(halfLife -> DoubleStream.of(0.25, 0.5, 1)
                    .mapToObj(power -> new Lately(ease, halfLife, power))))
            .toList();

    static final List<ImplicitAls.Settings> ALS = IntStream.of(16, 32, 48)
            .boxed()
            .flatMap(factors -> DoubleStream.of(0.1, 0.2, 0.3, 0.4).boxed().flatMap(penalty -> DoubleStream.of(0, 0.5)
                    .mapToObj(heed -> new ImplicitAls.Settings(factors, 0.5, penalty, 0.5, heed, 10, 1))))
            .toList();

    private static final List<ImplicitAls.Settings> WIDE_AND_FEW =
            List.of(factors(16, 0.25, 0.2), factors(16, 0.5, 0.3), factors(48, 0.5, 0.3));

    private static final List<ImplicitAls.Settings> WIDE_AND_FEWER =
            List.of(factors(48, 0.5, 0.3), factors(20, 0.5, 0.15));

    /** One factorisation, or coarser ones beside it, which foretell other things; and what the blend is learned for. */
    static final List<CollaborativeModel.Settings> HYBRIDS = Stream.of(500, 800)
            .flatMap(penalty -> Stream.of(
                    hybrid(penalty, List.of(factors(16, 0.25, 0.3)), Question.ANY),
                    hybrid(penalty, List.of(factors(48, 0.5, 0.3)), Question.ANY),
                    hybrid(penalty, List.of(factors(16, 0.25, 0.2), factors(48, 0.5, 0.3)), Question.ANY),
                    hybrid(penalty, WIDE_AND_FEW, Question.ANY),
                    hybrid(penalty, WIDE_AND_FEWER, Question.ANY),
                    hybrid(penalty, WIDE_AND_FEW, Question.NEXT),
                    hybrid(penalty, WIDE_AND_FEWER, Question.NEXT)))
            .toList();

    private static CollaborativeModel.Settings hybrid(
            double penalty, List<ImplicitAls.Settings> factors, Question question) {
        return new CollaborativeModel.Settings(new Ease.Settings(penalty, 9, 500), factors, question);
    }

    private static ImplicitAls.Settings factors(int number, double unliked, double penalty) {
        return new ImplicitAls.Settings(number, unliked, penalty, 0.5, 0.5, 10, number);
    }

    private Spaces() {}
}
