package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a rebuild, so that it can go on after whatever ended it.
 *
 * @param index under construction
 * @param replaced the index that is blocked while its place is taken; absent before
 * @param position everything up to here is in the new index
 * @param done events read so far
 * @param eventsPerSecond from when it was last started until this was written
 * @param savedAt when this was written: a running rebuild writes again and again
 */
record ReplayRecord(
        String id,
        String projection,
        State state,
        String index,
        @Nullable String replaced,
        long position,
        long done,
        double eventsPerSecond,
        @Nullable String outcome,
        Instant startedAt,
        Instant savedAt) {

    static ReplayRecord starting(String id, String projection, String index, Instant at, Instant now) {
        long start = LogPosition.START.value();
        return new ReplayRecord(id, projection, State.RUNNING, index, null, start, 0, 0, null, at, now);
    }

    ReplayRecord in(State next, @Nullable String why, Instant now) {
        return new ReplayRecord(
                id, projection, next, index, replaced, position, done, eventsPerSecond, why, startedAt, now);
    }

    ReplayRecord at(long newPosition, long newDone, double rate, Instant now) {
        return new ReplayRecord(
                id, projection, state, index, replaced, newPosition, newDone, rate, outcome, startedAt, now);
    }

    ReplayRecord replacing(String old, Instant now) {
        return new ReplayRecord(
                id, projection, State.SWAPPING, index, old, position, done, eventsPerSecond, outcome, startedAt, now);
    }

    ReplayRecord startingOver(String newIndex, Instant now) {
        return starting(id, projection, newIndex, startedAt, now);
    }

    boolean isUnfinished() {
        return state == State.RUNNING || state == State.SWAPPING;
    }
}
