package com.videowindow.patina.projections.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Remembers that the read side is away, so that not every request waits for its own timeout. While away, one caller per
 * half second tries; the others are told at once.
 */
final class Availability {
    private static final long RETRY_NANOS = 500_000_000L;
    private static final long UP = Long.MIN_VALUE;

    private final LongSupplier nanos;
    private final AtomicLong nextTry = new AtomicLong(UP);

    Availability(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether this caller should try. */
    boolean worthTrying() {
        long next = nextTry.get();
        if (next == UP) {
            return true;
        }
        long now = nanos.getAsLong();
        return now - next >= 0 && nextTry.compareAndSet(next, now + RETRY_NANOS);
    }

    boolean isUp() {
        return nextTry.get() == UP;
    }

    void answered() {
        nextTry.set(UP);
    }

    void failed() {
        long at = nanos.getAsLong() + RETRY_NANOS;
        nextTry.set(at == UP ? at + 1 : at);
    }
}
