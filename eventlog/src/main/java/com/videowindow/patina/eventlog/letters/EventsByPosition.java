package com.videowindow.patina.eventlog.letters;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** Reads single events again, as the log gives them now. */
record EventsByPosition(StreamableMessageSource<TrackedEventMessage<?>> log) {
    private static final int PATIENCE_SECONDS = 5;

    TrackedEventMessage<?> at(LogPosition position) {
        TrackingToken before = position.value() == 0 ? null : new GlobalSequenceTrackingToken(position.value() - 1);
        try (BlockingStream<TrackedEventMessage<?>> stream = log.openStream(before)) {
            if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new LogUnavailable("the log did not give the event of a dead letter in time", null);
            }
            TrackedEventMessage<?> found = stream.nextAvailable();
            if (!position(found).equals(position)) {
                throw new IllegalStateException("the log holds no event at position " + position.value());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while reading the log", e);
        }
    }

    /** Where an event stands in the log. */
    static LogPosition position(EventMessage<?> message) {
        TrackingToken place = message instanceof TrackedEventMessage<?> tracked ? unwrapped(tracked) : null;
        if (place instanceof GlobalSequenceTrackingToken sequence) {
            return new LogPosition(sequence.getGlobalIndex());
        }
        throw new IllegalArgumentException("only events of the log can become dead letters");
    }

    private static @Nullable TrackingToken unwrapped(TrackedEventMessage<?> message) {
        return WrappedToken.unwrapLowerBound(message.trackingToken());
    }
}
