package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.audit.ReplayStatus.State;
import java.time.Duration;
import java.time.Instant;

/** A rebuild that says it runs, but has not said so for a while: its node is gone. */
final class Abandoned {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private Abandoned() {}

    static boolean is(ReplayRecord record, Instant now) {
        return record.isUnfinished() && record.savedAt().plus(SILENCE).isBefore(now);
    }

    /** The record as an operator should read it. */
    static ReplayRecord marked(ReplayRecord record, Instant now) {
        return is(record, now)
                ? record.in(
                        State.FAILED,
                        "interrupted after " + record.done() + " events; resume goes on from there",
                        record.savedAt())
                : record;
    }
}
