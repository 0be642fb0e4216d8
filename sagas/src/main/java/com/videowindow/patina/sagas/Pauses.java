package com.videowindow.patina.sagas;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something that failed is left alone: each time twice as long, and an hour at most.
 *
 * @param failed how many times
 * @param next when it is tried again
 */
public record Pauses(int failed, Instant next) {
    /** It has not failed yet. */
    public static final Pauses NONE = new Pauses(0, Instant.MIN);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    public boolean areOver(Instant now) {
        return !now.isBefore(next);
    }

    /** After it failed once more. */
    public Pauses again(Instant now) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failed, DOUBLINGS));
        return new Pauses(failed + 1, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    }
}
