package com.videowindow.patina.learning.preference;

/** A deed that a reason may name. {@link Seen} stores it as a bit, which never changes its meaning. */
public enum Proof {
    FINISHED(1),
    LIKED(2),
    RATED_HIGHLY(4),
    SAVED(8),
    BOUGHT(16),
    SHARED(32),
    COMMENTED(64),
    CARTED(128),
    WATCHED(256);

    private final int bit;

    Proof(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
