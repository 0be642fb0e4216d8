package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.chance.Draw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A recommender, and which settings may be tried.
 *
 * @param standing the settings that it has without a search
 * @param space all that a search may choose from
 */
record Family<S>(String name, boolean ours, Function<Chosen, S> standing, List<S> space, Training<S> training) {

    /** Learns, and answers how to score. */
    interface Training<S> {
        Contender.Scores of(Known known, S settings);
    }

    Contender with(Chosen chosen) {
        return with(standing.apply(chosen));
    }

    private Contender with(S settings) {
        return new Contender(name, ours, settings.toString(), known -> training.of(known, settings));
    }

    /** So many of the space, drawn by seed, in its order; all where it is no larger. */
    List<Contender> drawn(int budget, long seed) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, space.size()).boxed().toList());
        numbers.sort(Comparator.comparingDouble(number -> Draw.uniform(seed, number)));
        return numbers.stream()
                .limit(budget)
                .sorted()
                .map(number -> with(space.get(number)))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
