package com.videowindow.patina.domain.retention;

import java.time.Instant;

/**
 * Somebody decided for how long facts of one kind are kept.
 *
 * @param version of the schedule from here on
 */
public record RetentionSet(long version, RetentionRule rule) implements RetentionEvent {
    @Override
    public Instant at() {
        return rule.at();
    }
}
