package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.UnknownEvent;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as far as a read model can follow it: it seems to end before the first event of unknown type that may concern
 * the model. So all before it is taken in and its place kept, with nothing to fail over and try again. An unknown event
 * that cannot concern the model is given to it as one of a type that it passes over.
 */
final class ReadableEvents implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final Object NOTHING_OF_OURS = new Foreign();

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Predicate<Class<?>> concerned;
    private final BiConsumer<LogPosition, UnknownEvent> onEnd;

    /** Says nothing to this model. */
    private record Foreign() {}

    /** @param onEnd told where it ends and why, again and again */
    ReadableEvents(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Predicate<Class<?>> concerned,
            BiConsumer<LogPosition, UnknownEvent> onEnd) {
        this.log = log;
        this.concerned = concerned;
        this.onEnd = onEnd;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new UntilUnknown(log.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    private final class UntilUnknown implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> all;

        UntilUnknown(BlockingStream<TrackedEventMessage<?>> all) {
            this.all = all;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return all.peek().flatMap(this::readable);
        }

        private Optional<TrackedEventMessage<?>> readable(TrackedEventMessage<?> next) {
            try {
                return Optional.of(understood(next));
            } catch (UnknownEvent e) {
                onEnd.accept(Positioned.position(next.trackingToken()), e);
                return Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return all.hasNextAvailable(timeout, unit) && peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return understood(all.nextAvailable());
        }

        private TrackedEventMessage<?> understood(TrackedEventMessage<?> message) {
            try {
                message.getPayloadType();
                return message;
            } catch (UnknownEvent e) {
                if (e.mayConcern(concerned)) {
                    throw e;
                }
                return new GenericTrackedEventMessage<>(
                        message.trackingToken(), GenericEventMessage.asEventMessage(NOTHING_OF_OURS));
            }
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return all.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            all.close();
        }
    }
}
