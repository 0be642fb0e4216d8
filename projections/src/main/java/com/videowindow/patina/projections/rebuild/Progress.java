package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an operator is told of a rebuild. */
final class Progress {
    private Progress() {}

    /** @param events in the log */
    static ReplayStatus of(ReplayRecord record, long events) {
        long total = record.state() == State.COMPLETED ? record.done() : Math.max(record.done(), events);
        return new ReplayStatus(
                record.id(),
                record.projection(),
                record.state(),
                record.done(),
                total,
                record.eventsPerSecond(),
                remaining(record, total),
                record.outcome(),
                record.startedAt());
    }

    private static @Nullable Duration remaining(ReplayRecord record, long total) {
        if (!record.isUnfinished() || record.eventsPerSecond() <= 0) {
            return null;
        }
        return Duration.ofMillis(Math.round((total - record.done()) / record.eventsPerSecond() * 1000));
    }
}
