package com.videowindow.patina.learning.ranking;

/**
 * What was chosen for a place, with all that its score is the sum of, in millionths.
 *
 * @param pin what its place gave it, or took
 * @param cap what it lost since it stands lower than it would
 */
public record Placed(
        int work, long own, long diversity, long creator, long calibration, long pin, long cap, boolean isPinned) {

    /** What it scores but for rules about places. */
    public long worth() {
        return own + diversity + creator + calibration;
    }

    public long total() {
        return worth() + pin + cap;
    }
}
