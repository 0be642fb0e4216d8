package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log again from its start, beside views that hold what rested under keys that are gone since, into empty ones of
 * their kind, and puts what these heard in the place of what those had: what they would hold after a restart. Until then
 * they go on as they are. The last events are read by the tail's thread, between two of its own, so that none is missed.
 */
final class HeardAgain {
    private static final Logger log = LoggerFactory.getLogger(HeardAgain.class);
    private static final int IDLE_MILLIS = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventStore events;
    private final Supplier<LogPosition> tail;
    private volatile @Nullable Reading reading;

    /** @param tail how far the views have heard */
    HeardAgain(EventStore events, Supplier<LogPosition> tail) {
        this.events = events;
        this.tail = tail;
    }

    /** One that is under way began before these keys went, and is given up. */
    void begin(List<MemoryView> views) {
        stop();
        Reading next = new Reading();
        for (MemoryView view : views) {
            MemoryView empty = view.anew();
            if (empty != null) {
                next.twins.put(view, empty);
            }
        }
        reading = next;
        Thread unused = Thread.ofPlatform().daemon().name("memory-again").start(next::follow);
    }

    /** Called by the tail's thread between two events. */
    void settle(LogPosition heard) {
        Reading now = reading;
        if (now != null && now.near && now.reads(heard)) {
            now.twins.forEach(MemoryView::takeOver);
            reading = null;
            log.info("Memory has heard the log again, without what has ended");
        }
    }

    void stop() {
        Reading now = reading;
        if (now != null) {
            now.stopped = true;
            reading = null;
        }
    }

    private final class Reading {
        private final Map<MemoryView, MemoryView> twins = new LinkedHashMap<>();
        private volatile boolean near;
        private volatile boolean stopped;
        private @Nullable TrackingToken token;
        private LogPosition position = LogPosition.START;

        private void follow() {
            while (!stopped && !near) {
                try {
                    near = reads(tail.get());
                } catch (RuntimeException e) {
                    log.warn("Memory cannot hear the log again, and tries: {}", e.toString());
                }
                if (!near) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }

        /** Whether it got there. */
        private boolean reads(LogPosition upTo) {
            try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token)) {
                while (!stopped
                        && !position.covers(upTo)
                        && stream.hasNextAvailable(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    take(stream.nextAvailable());
                }
                return position.covers(upTo);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void take(TrackedEventMessage<?> message) {
            for (MemoryView twin : twins.values()) {
                Positioned event = Positioned.of(message, twin::concerns);
                if (event != null) {
                    twin.on(event);
                }
            }
            token = message.trackingToken();
            position = Positioned.position(token);
        }
    }
}
