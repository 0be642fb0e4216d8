package com.videowindow.patina.benchmarks.accuracy;

import java.util.function.Function;

/**
 * A recommender in the comparison, with its settings.
 *
 * @param ours whether it is one of ours, which the others are tested against
 * @param settings in words
 */
record Contender(String name, boolean ours, String settings, Function<Known, Scores> training) {

    /** For one user, whom it has met, a score of each item; negative infinity for what it would not list. */
    interface Scores {
        double[] of(int user);
    }
}
