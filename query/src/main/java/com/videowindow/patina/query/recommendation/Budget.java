package com.videowindow.patina.query.recommendation;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far candidates are looked at: until a time, or, where a list is made again, as many as there were then.
 *
 * @param most that may be looked at
 * @param clock in nanoseconds, of no particular beginning; absent where time is no matter
 * @param end by this clock
 */
record Budget(int most, @Nullable LongSupplier clock, long end) {
    static final Budget UNLIMITED = upTo(Integer.MAX_VALUE);

    static Budget upTo(int most) {
        return new Budget(most, null, 0);
    }

    /** From now on. */
    static Budget of(@Nullable Duration time, LongSupplier clock) {
        return time == null ? UNLIMITED : new Budget(Integer.MAX_VALUE, clock, clock.getAsLong() + time.toNanos());
    }

    boolean isTimed() {
        return clock != null;
    }

    /** What somebody else may take of what is left, so that there is enough to rank by memory alone; absent where time is no matter. */
    @Nullable
    Duration share() {
        return clock == null ? null : Duration.ofNanos(Math.max(0, (end - clock.getAsLong()) / 2));
    }

    /** Compared as differences, since such a clock may overflow. */
    boolean isSpent() {
        return clock != null && clock.getAsLong() - end >= 0;
    }
}
