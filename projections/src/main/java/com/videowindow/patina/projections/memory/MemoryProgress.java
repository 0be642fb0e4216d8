package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far this node's memory has come, and what it knows of the log by reading all of it. */
public interface MemoryProgress {
    LogPosition position();

    boolean await(LogPosition position, Duration atMost);

    /** Likewise, and what is derived aside from memory, as the list of what is shown, knows it too. */
    boolean awaitDerived(LogPosition position, Duration atMost);

    LogMarks marks();

    /** Whether the head of the log has been reached since the start. */
    boolean isReady();

    boolean isRunning();

    /** Whether it met an event of unknown type, so that this version of the program can never go on. */
    boolean isAtItsEnd();

    /** Why it stands still; absent while it does not. */
    @Nullable
    String trouble();
}
