package com.videowindow.patina.domain.audit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a read model beside the live one.
 *
 * @param id names the replay
 * @param done events handled
 * @param total events to handle, as known now
 * @param eventsPerSecond rate since it was last started, and until it ended
 * @param remaining estimated time to the swap; absent until there is a rate
 * @param outcome what the comparison with the live model found, or why it failed
 */
public record ReplayStatus(
        String id,
        String projection,
        State state,
        long done,
        long total,
        double eventsPerSecond,
        @Nullable Duration remaining,
        @Nullable String outcome,
        Instant startedAt) {

    /** The life of a replay. */
    public enum State {
        RUNNING,
        SWAPPING,
        COMPLETED,
        CANCELLED,
        FAILED
    }
}
