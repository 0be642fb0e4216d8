package com.videowindow.patina.domain.retention;

import java.time.Instant;

/**
 * Somebody decided for how long a purpose needs facts.
 *
 * @param version of the schedule from here on
 */
public record PurposeRetentionSet(long version, PurposeRule rule) implements RetentionEvent {
    @Override
    public Instant at() {
        return rule.at();
    }
}
