package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.UnknownEvent;
import java.util.function.Predicate;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** An event and where it stands in the log. */
public record Positioned(LogPosition position, DomainEvent event) {

    public static LogPosition position(@Nullable TrackingToken token) {
        TrackingToken place = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return place instanceof GlobalSequenceTrackingToken sequence
                ? new LogPosition(sequence.getGlobalIndex())
                : LogPosition.START;
    }

    /**
     * The event of this message where it is of a type that concerns somebody; absent otherwise.
     *
     * @throws UnknownEvent when this version cannot tell and it may
     */
    public static @Nullable Positioned of(TrackedEventMessage<?> message, Predicate<Class<?>> concerned) {
        try {
            return concerned.test(message.getPayloadType()) ? of(message) : null;
        } catch (UnknownEvent e) {
            if (e.mayConcern(concerned)) {
                throw e;
            }
            return null;
        }
    }

    /** The event of this message; absent where it can no longer be read or is none of ours. */
    public static @Nullable Positioned of(TrackedEventMessage<?> message) {
        return message.getPayload() instanceof DomainEvent event
                ? new Positioned(position(message.trackingToken()), event)
                : null;
    }
}
