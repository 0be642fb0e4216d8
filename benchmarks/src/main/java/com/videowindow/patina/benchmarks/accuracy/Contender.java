package com.videowindow.patina.benchmarks.accuracy;

/** A recommender in the comparison. */
interface Contender {
    String name();

    /** Learns from what is to be learned from, and answers how to score. */
    Scores train(Split split);

    /** For one user, whom it has met, a score of each item. */
    interface Scores {
        double[] of(int user);
    }
}
