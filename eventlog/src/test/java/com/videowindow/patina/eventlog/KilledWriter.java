package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.Stored;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A process that writes and reads until it is killed, and says line by line what it was told, as {@link Said} has it. */
final class KilledWriter {
    private static final int CONTENDED = 3;
    private static final long PAUSE_NANOS = 200_000_000;

    private KilledWriter() {}

    public static void main(String[] args) {
        EventLog log = opened(args[0]).log();
        start(() -> follow(log.eventStore()));
        for (int i = 0; i < Integer.parseInt(args[2]) / WriterProcess.KINDS; i++) {
            String name = args[1] + "-" + i;
            start(() -> grow(log, name));
            start(() -> tell(log, name));
            start(() -> tell(log, "everybody"));
            start(() -> contend(log, name));
        }
    }

    /** A node that cannot reach its server yet waits for it. */
    private static OpenLog opened(String where) {
        AtomicReference<OpenLog> open = new AtomicReference<>();
        until(() -> open.set(OpenLog.at(where)));
        return open.get();
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().start(work);
    }

    /** What was read once must be there for ever, as much as what was acknowledged. */
    private static void follow(EventStore store) {
        AtomicReference<@Nullable TrackingToken> seen = new AtomicReference<>();
        until(() -> seen.set(store.createHeadToken()));
        say("from " + position(seen.get()));
        while (true) {
            try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(seen.get())) {
                while (true) {
                    TrackingToken token = events.nextAvailable().trackingToken();
                    say("saw " + position(token));
                    seen.set(token);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                refused(e);
            }
        }
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? LogPosition.START.value() : ((GlobalSequenceTrackingToken) token).getGlobalIndex();
    }

    private static void grow(EventLog log, String name) {
        String stream = "consents/" + name;
        for (int i = 0; ; i++) {
            var event = event(stream, i, viewed(ANNA, "m" + i));
            until(() -> append(log, event));
        }
    }

    private static void tell(EventLog log, String name) {
        FactStreams streams = new FactStreams(OpenLog.KEY);
        for (int i = 0; ; i++) {
            Fact fact = view(ANNA, name + "-" + i);
            String key = EventKey.text(streams.of(List.of(fact)).getFirst(), 0);
            until(() -> {
                Stored stored = log.facts().storeOnce(List.of(fact)).getFirst();
                say("told " + key + " " + stored.position().value());
                if (!stored.duplicate()) {
                    say("fresh " + key);
                }
            });
        }
    }

    /** Writes to the same streams as all others. */
    private static void contend(EventLog log, String name) {
        for (int i = 0; ; i++) {
            String stream = "consents/everybody-" + i % CONTENDED;
            String message = name + "-" + i;
            until(() -> {
                long next = log.storageEngine().lastSequenceNumberFor(stream).orElse(-1L) + 1;
                var event = event(stream, next, viewed(ANNA, message));
                until(() -> append(log, event));
            });
        }
    }

    private static void append(EventLog log, DomainEventMessage<?> event) {
        String named =
                EventKey.text(event.getAggregateIdentifier(), event.getSequenceNumber()) + " " + event.getIdentifier();
        try {
            log.storageEngine().appendEvents(event);
            say("stored " + named);
        } catch (ConcurrencyException | AggregateStreamCreationException taken) {
            say("taken " + named);
        }
    }

    /** Tries again what could not be done, and says why it could not. */
    private static void until(Runnable done) {
        while (true) {
            try {
                done.run();
                return;
            } catch (RuntimeException e) {
                refused(e);
            }
        }
    }

    private static void refused(RuntimeException e) {
        System.err.println("refused: " + causes(e));
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private static String causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" <- "));
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
