package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.benchmarks.accuracy.Chosen.Blend;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.SessionNeighbours;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a search may choose from, for ours. */
final class Spaces {
    static final List<Double> HALF_LIVES = List.of(3.0, 10.0, 30.0, 100.0, 300.0, 1_000.0);

    static final List<Double> PENALTIES = List.of(50.0, 100.0, 200.0, 300.0, 500.0, 700.0, 1_000.0, 1_500.0, 2_500.0);

    static final List<SessionNeighbours.Settings> SESSIONS = IntStream.of(50, 100, 200, 400)
            .boxed()
            .flatMap(neighbours -> IntStream.of(5, 20, 1_000).boxed().flatMap(latest -> DoubleStream.of(0, 0.5, 1)
                    .mapToObj(power -> new SessionNeighbours.Settings(neighbours, latest, power))))
            .toList();

    static final List<ImplicitAls.Settings> ALS = IntStream.of(16, 32, 48, 96)
            .boxed()
            .flatMap(factors -> DoubleStream.of(0.1, 0.25, 0.5)
                    .boxed()
                    .flatMap(unliked -> DoubleStream.of(0.1, 0.3, 1).boxed().flatMap(penalty -> DoubleStream.of(0.5, 1)
                            .mapToObj(power -> new ImplicitAls.Settings(factors, unliked, penalty, power, 10, 1)))))
            .toList();

    static final List<Blend> BLENDS = Stream.of(200.0, 500.0, 1_000.0)
            .flatMap(penalty -> Stream.of(0.15, 0.3, 1.0)
                    .flatMap(als -> IntStream.of(24, 48).boxed().flatMap(factors -> DoubleStream.of(0.5, 1, 2)
                            .mapToObj(weight -> new Blend(
                                    penalty, new ImplicitAls.Settings(factors, 0.5, als, 0.5, 10, 1), weight)))))
            .toList();

    private Spaces() {}
}
