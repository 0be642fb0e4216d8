package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For how long a purpose needs facts. It keeps nothing: a kind of fact goes when none of its purposes needs it any more, or
 * earlier by the rule of its kind.
 *
 * @param months for which it needs each fact; absent where it sets no end
 * @param before what applies until {@code from}
 * @param from when it applies: what is shorter than before waits, so that it can be taken back
 * @param at when it was set
 */
public record PurposeRule(
        ProcessingPurpose purpose,
        @Nullable Integer months,
        Actor by,
        @Nullable Integer before,
        Instant from,
        Instant at) {

    /** The next rule: what keeps longer applies at once, what keeps shorter after the grace. */
    static PurposeRule after(
            @Nullable PurposeRule known,
            ProcessingPurpose purpose,
            @Nullable Integer next,
            Actor who,
            Duration grace,
            Instant now) {
        Integer current = known == null ? null : known.monthsAt(now);
        Instant start = RetentionRule.isShorter(next, current) ? now.plus(grace) : now;
        return new PurposeRule(purpose, next, who, current, start, now);
    }

    /** Whether deciding this now would change nothing. */
    public boolean saysAlready(@Nullable Integer next, Duration grace, Instant now) {
        return Objects.equals(months, next) && !RetentionRule.moves(from, at, grace, now);
    }

    /** For how many months at this time; absent where without end. */
    public @Nullable Integer monthsAt(Instant time) {
        return time.isBefore(from) ? before : months;
    }
}
