package com.videowindow.patina.domain.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a rule is in force.
 *
 * @param from absent where it always was
 * @param until when it is not any more; absent where it is without end
 */
public record Term(@Nullable Instant from, @Nullable Instant until) {
    public static final Term ALWAYS = new Term(null, null);

    public Term {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("until must be after from");
        }
    }

    public boolean covers(Instant time) {
        return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
    }

    /** Whether both are in force at some time. */
    public boolean meets(Term other) {
        return begins(from, other.until) && begins(other.from, until);
    }

    private static boolean begins(@Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null || from.isBefore(until);
    }
}
