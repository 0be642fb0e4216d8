package com.videowindow.patina.learning.preference;

import java.time.Duration;

/** Halves what it is given once per half-life. {@code StrictMath}, so that every machine folds the same bits. */
record Decay(Duration halfLife) {

    double over(long seconds) {
        return seconds <= 0 ? 1 : StrictMath.pow(0.5, (double) seconds / halfLife.toSeconds());
    }
}
