package com.videowindow.patina.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of keys that were tried again.
 *
 * @param mended keys of which nothing waits any more
 * @param failed keys of which an event failed again
 * @param remaining keys that one call had no time for
 * @param next the first of these, to go on with; absent when none remain
 */
public record Retried(
        int mended, int failed, int remaining, @Nullable String next) {
    public static final Retried NOTHING = new Retried(0, 0, 0, null);

    /** Both together; what remains is told by the other. */
    public Retried and(Retried other) {
        return new Retried(mended + other.mended, failed + other.failed, other.remaining, other.next);
    }
}
