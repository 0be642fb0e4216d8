package com.videowindow.patina.projections.memory;

import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something kept in memory on every node by following the log. */
public interface MemoryView {
    /** Whether an event of this type can matter; asked before its payload is decoded. */
    boolean concerns(Class<?> event);

    /** The next event of the log that concerns it; the reader of the log is one thread. */
    void on(Positioned event);

    /** Whether events that this node stored are wanted as soon as they are durable, ahead of the log's reader. */
    default boolean wantsOwnAtOnce() {
        return false;
    }

    /**
     * An event that this node has just stored; called by whichever thread did, and the log's reader brings it again. What began
     * on another node waits for the reader, as its beginning does.
     */
    default void onOwn(Positioned event) {
        on(event);
    }

    /** Whether what is derived aside from what was heard so far follows in time. */
    default boolean settles(Duration atMost) {
        return true;
    }

    /** An empty one of its kind, where what it holds would be another if some of what it heard were never said. */
    default @Nullable MemoryView anew() {
        return null;
    }

    /** Goes on from what another one, made by {@link #anew}, has heard up to where this one is; called by the same thread. */
    default void takeOver(MemoryView other) {}

    /** Nothing more will come, since the node stops. */
    default void stop() {}

    /** The head of the log has been reached for the first time since the start. */
    default void caughtUp() {}
}
