package com.videowindow.patina.benchmarks.accuracy;

import com.videowindow.patina.learning.recommender.UserItemMatrix;

/** A recommender in the comparison. */
interface Contender {
    String name();

    /** Learns, and answers how to score. */
    Scores train(UserItemMatrix liked);

    /** For one user, whom it has met, a score of each item. */
    interface Scores {
        float[] of(int user);
    }
}
