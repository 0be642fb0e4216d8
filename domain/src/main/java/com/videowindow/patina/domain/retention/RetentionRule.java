package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.DataCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For how long facts of one kind are kept.
 *
 * @param months for which each fact is kept at least; absent where it is kept as long as its person is there
 * @param by who set it; absent where nobody did
 * @param before what applies until {@code from}
 * @param from when it applies: what is shorter than before waits, so that it can be taken back
 * @param at when it was set
 */
public record RetentionRule(
        DataCategory category,
        @Nullable Integer months,
        RetentionBasis basis,
        @Nullable Actor by,
        @Nullable Integer before,
        Instant from,
        Instant at) {

    static RetentionRule usual(DataCategory category, @Nullable Integer months, RetentionBasis basis) {
        return new RetentionRule(category, months, basis, null, months, Instant.EPOCH, Instant.EPOCH);
    }

    /** The next rule: what keeps longer applies at once, what keeps shorter after the grace. */
    public RetentionRule then(
            @Nullable Integer next, RetentionBasis why, @Nullable Actor who, Duration grace, Instant now) {
        Integer current = monthsAt(now);
        Instant start = isShorter(next, current) ? now.plus(grace) : now;
        return new RetentionRule(category, next, why, who, current, start, now);
    }

    /** Whether deciding this now would change nothing. */
    public boolean saysAlready(@Nullable Integer next, RetentionBasis why, Duration grace, Instant now) {
        return Objects.equals(months, next) && basis == why && !moves(from, at, grace, now);
    }

    /**
     * Whether another grace moves a change that is still to come. The same grace does not, however much later it is said
     * again: who repeats a request for want of an answer decides nothing.
     */
    static boolean moves(Instant from, Instant at, Duration grace, Instant now) {
        return now.isBefore(from) && !grace.equals(Duration.between(at, from));
    }

    /** For how many months at this time; absent where without end. */
    public @Nullable Integer monthsAt(Instant time) {
        return time.isBefore(from) ? before : months;
    }

    /** Whether the first ends earlier than the second. */
    static boolean isShorter(@Nullable Integer months, @Nullable Integer than) {
        return months != null && (than == null || months < than);
    }
}
