package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection has come.
 *
 * @param position everything up to here is in the read model
 * @param lagEvents events between the position and the head of the log, estimated from block totals
 * @param lagSeconds age of the oldest event not yet seen; 0 when it is at the head
 * @param deadLetters events that it could not take in, or that wait behind one; the position has passed them
 * @param layout how its index is laid out; absent where it has none, or nobody looked at it yet
 * @param error why it stands still, without personal data; absent while it runs
 */
public record ProjectionStatus(
        String name,
        LogPosition position,
        long lagEvents,
        double lagSeconds,
        int segments,
        boolean running,
        long deadLetters,
        @Nullable Layout layout,
        @Nullable String error) {

    /** As the program that runs has it, or as another version had it that made the index. */
    public enum Layout {
        CURRENT,
        OUTDATED
    }
}
