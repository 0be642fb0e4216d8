package com.videowindow.patina.api.interaction;

import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.domain.LogPosition;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event.
 *
 * @param messageId as the client named it; absent where it could not be read
 * @param position where it stands in the log, once stored
 */
record Outcome(
        @Nullable String messageId,
        Status status,
        @Nullable LogPosition position,
        @Nullable Problem problem) {

    /** Whether it is in the log. */
    enum Status {
        STORED,
        DUPLICATE,
        REFUSED
    }

    static Outcome stored(String messageId, LogPosition position, boolean duplicate) {
        return new Outcome(messageId, duplicate ? Status.DUPLICATE : Status.STORED, position, null);
    }

    static Outcome refused(@Nullable String messageId, Problem problem) {
        return new Outcome(messageId, Status.REFUSED, null, problem);
    }
}
