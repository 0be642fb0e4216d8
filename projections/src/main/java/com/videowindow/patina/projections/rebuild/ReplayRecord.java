package com.videowindow.patina.projections.rebuild;

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
        @Nullable String outcome,
        Instant startedAt,
        Instant savedAt) {

    ReplayRecord in(State next, @Nullable String why, Instant now) {
        return new ReplayRecord(id, projection, next, index, replaced, position, done, why, startedAt, now);
    }

    ReplayRecord at(long newPosition, long newDone, Instant now) {
        return new ReplayRecord(id, projection, state, index, replaced, newPosition, newDone, outcome, startedAt, now);
    }

    ReplayRecord replacing(String old, Instant now) {
        return new ReplayRecord(id, projection, State.SWAPPING, index, old, position, done, outcome, startedAt, now);
    }

    ReplayRecord startingOver(String newIndex, long start, Instant now) {
        return new ReplayRecord(id, projection, State.RUNNING, newIndex, null, start, 0, null, startedAt, now);
    }

    boolean isUnfinished() {
        return state == State.RUNNING || state == State.SWAPPING;
    }
}
