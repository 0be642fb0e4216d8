package com.videowindow.patina.projections;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.eventlog.letters.LetterQueue;
import com.videowindow.patina.eventlog.letters.StoredDeadLetters;
import com.videowindow.patina.eventlog.model.StoredModels;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredFences;
import com.videowindow.patina.eventlog.privacy.StoredPeriods;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import com.videowindow.patina.projections.runner.Positioned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Axon's own log in memory, with its tokens: outlives the nodes that stand on it, as the real one does. */
class OpenLog implements LogInspection, AutoCloseable {
    static final int MOST_LETTERS = 5;

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
                    return silent ? Stream.empty() : super.readEvents(token, mayBlock);
                }
            })
            .optimizeEventConsumption(false)
            .build();
    private final MongoDatabase letters = SharedMongo.database();
    private TokenStore tokens = new InMemoryTokenStore();
    private volatile boolean away;
    private volatile boolean silent;

    /** The dead letters of this log, on a real server. */
    DeadLetters deadLetters() {
        return new StoredDeadLetters(letters);
    }

    /** Beside keys that nothing of this log is sealed with. */
    Fences fences() {
        PayloadKeys keys = new PayloadKeys(letters, LocalMasterKey.of(home()), Duration.ofSeconds(1));
        return new StoredFences(keys, new StoredSubjects(keys, new byte[32]), () -> {});
    }

    /** Beside keys that nothing of this log is sealed with. */
    Periods periods() {
        return new StoredPeriods(new PayloadKeys(letters, LocalMasterKey.of(home()), Duration.ofSeconds(1)), () -> {});
    }

    MongoDatabase letters() {
        return letters;
    }

    ModelStore models() {
        return new StoredModels(letters);
    }

    static Path home() {
        try {
            return Files.createTempDirectory("home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SequencedDeadLetterQueue<EventMessage<?>> deadLetters(String group) {
        return LetterQueue.of(group, letters, store(), new LetterQueue.Limits(MOST_LETTERS, MOST_LETTERS));
    }

    EventStore store() {
        return store;
    }

    PastEvents past() {
        return new OpenPast(this);
    }

    TokenStore tokens() {
        return tokens;
    }

    /** Nodes that start from now on find every segment claimed by another. */
    void tokensAreTakenFromNowOn() {
        tokens = new TakenTokens(tokens);
    }

    void forgetTokens() {
        tokens = new InMemoryTokenStore();
    }

    LogPosition append(DomainEvent... events) {
        return append(List.of(events));
    }

    LogPosition append(List<? extends DomainEvent> events) {
        store().publish(events.stream()
                .<EventMessage<?>>map(GenericEventMessage::asEventMessage)
                .toList());
        return head();
    }

    /** As a command does: in a unit of work, where the log leaves the position of the last of them. */
    void commit(DomainEvent... events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage(events[0]));
        unit.resources().put("patina.position", new LogPosition(head().value() + events.length));
        for (DomainEvent event : events) {
            store.publish(GenericEventMessage.asEventMessage(event));
        }
        unit.commit();
    }

    /** From now on it does not answer when asked for its head. */
    void leave() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** From now on whoever reads it gets nothing, though it tells where it ends: as if reading took very long. */
    void giveNothing() {
        silent = true;
    }

    @Override
    public LogEnd end() {
        if (away) {
            throw new LogUnavailable("away", null);
        }
        LogPosition head = Positioned.position(store.createHeadToken());
        return new LogEnd(head, head.value() + 1, Instant.now());
    }

    @Override
    public LogStatus status() {
        long events = head().value() + 1;
        return new LogStatus(events, new TreeMap<>(), head(), events, "");
    }

    @Override
    public void close() {
        store.shutDown();
    }
}
