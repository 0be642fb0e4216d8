package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.Stored;
import com.videowindow.patina.domain.interaction.InteractionRecorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A log on the embedded server beside its model: every use does the same to both and compares. */
final class ModelledLog implements AutoCloseable {
    private static final CheckpointKey KEY = CheckpointKey.named("model.example/log");

    private final ModelLog model = new ModelLog();
    private final Map<String, Long> snapshots = new HashMap<>();
    private final List<TrackingToken> tokens = new ArrayList<>();
    private final String uri;
    private final Set<String> databases = new LinkedHashSet<>();
    private String database;
    private FaultyWire wire;
    private MongoClient client;
    private EventLog log;
    private @Nullable List<DomainEventMessage<?>> lastSent;
    private int sent;
    private int steps;

    ModelledLog(String uri, String database) {
        this.uri = uri;
        this.database = database;
        databases.add(database);
        this.wire = new FaultyWire(uri);
        this.client = OpenLog.client(wire.uri());
        this.log = open();
    }

    private EventLog open() {
        return EventLog.open(client.getDatabase(database), EventLogSettings.DEFAULTS, OpenLog.KEY);
    }

    void step() {
        steps++;
    }

    int steps() {
        return steps;
    }

    void append(String stream, int count) {
        List<String> messages =
                IntStream.rangeClosed(0, count).mapToObj(i -> "m" + sent++).toList();
        List<DomainEventMessage<?>> events = events(stream, model.end(stream), messages);
        log.storageEngine().appendEvents(events);
        model.append(stream, messages);
        lastSent = events;
        assertThat(log.storageEngine().lastSequenceNumberFor(stream)).contains(model.end(stream) - 1);
    }

    private static List<DomainEventMessage<?>> events(String stream, long first, List<String> messages) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        messages.forEach(message -> events.add(event(stream, first + events.size(), viewed(ANNA, message))));
        return events;
    }

    /** Writes where something stands already, this many events from the end. */
    void conflict(String stream, int back) {
        if (model.end(stream) > 0) {
            long at = Math.max(0, model.end(stream) - 1 - back);
            assertThatThrownBy(() -> log.storageEngine().appendEvents(events(stream, at, List.of("lost", "lost-too"))))
                    .isInstanceOf(at == 0 ? AggregateStreamCreationException.class : ConcurrencyException.class);
        }
    }

    /** As one does who got no answer. */
    void sendAgain() {
        if (lastSent != null) {
            log.storageEngine().appendEvents(lastSent);
        }
    }

    void tell(List<String> messages) {
        List<Stored> stored = log.facts()
                .storeOnce(messages.stream().map(message -> view(ANNA, message)).toList());
        assertThat(stored)
                .extracting(Stored::duplicate)
                .isEqualTo(
                        messages.stream().map(message -> !model.tell(message)).toList());
    }

    void readStream(String stream, int from) {
        List<String> expected = model.stream(stream);
        assertThat(log.storageEngine().readEvents(stream, from).asStream().map(ModelledLog::message))
                .containsExactlyElementsOf(expected.subList(Math.min(from, expected.size()), expected.size()));
    }

    /** @param from tenths of the log that are left out */
    void readAll(int from) {
        int skipped = model.all().size() * from / 10;
        TrackingToken after = skipped == 0 || skipped > tokens.size() ? null : tokens.get(skipped - 1);
        List<? extends TrackedEventMessage<?>> read =
                log.storageEngine().readEvents(after, false).toList();
        assertThat(read.stream().map(ModelledLog::message))
                .containsExactlyElementsOf(model.all()
                        .subList(after == null ? 0 : skipped, model.all().size()));
        if (after == null) {
            tokens.clear();
            read.forEach(event -> tokens.add(event.trackingToken()));
        }
    }

    void snapshot(String stream) {
        long last = model.end(stream) - 1;
        if (last >= 0) {
            log.storageEngine()
                    .storeSnapshot(new GenericDomainEventMessage<>("consents", stream, last, "state at " + last));
            snapshots.put(stream, last);
        }
    }

    /** As a repository does: from the snapshot on, where there is one. */
    void load(String stream) {
        List<? extends DomainEventMessage<?>> loaded =
                log.eventStore().readEvents(stream).asStream().toList();
        boolean shortened = !loaded.isEmpty() && loaded.getFirst().getPayload() instanceof String;
        long known = shortened ? snapshots.get(stream) : -1;
        assertThat(shortened ? loaded.getFirst().getPayload() : "").isEqualTo(shortened ? "state at " + known : "");
        assertThat(loaded.stream().skip(shortened ? 1 : 0).map(ModelledLog::message))
                .containsExactlyElementsOf(model.stream(stream).subList((int) known + 1, (int) model.end(stream)));
    }

    private static String message(EventMessage<?> event) {
        return ((InteractionRecorded) event.getPayload()).message().value();
    }

    /** The connection ends under a log that is storing something; whoever got no answer asks again, the next one. */
    void crash(String stream, int count) {
        List<String> messages =
                IntStream.rangeClosed(0, count).mapToObj(i -> "m" + sent++).toList();
        List<DomainEventMessage<?>> events = events(stream, model.end(stream), messages);
        EventLog dying = log;
        wire.holdAnswersToBlocks(); // whatever is asked before it is answered, a new connection too
        Thread.ofVirtual().start(() -> appendUnheard(dying, events));
        if (count % 2 == 0) {
            awaitStored(events.getLast());
        }
        client.close();
        wire.close();
        Thread.ofVirtual().start(dying::close);

        wire = new FaultyWire(uri);
        client = OpenLog.client(wire.uri());
        log = await().ignoreException(MongoTimeoutException.class).until(this::open, opened -> true);
        log.storageEngine().appendEvents(events);
        model.append(stream, messages);
        lastSent = events;
    }

    private static void appendUnheard(EventLog log, List<DomainEventMessage<?>> events) {
        try {
            log.storageEngine().appendEvents(events);
        } catch (LogUnavailable | IllegalStateException unheard) {
            // nobody is there any more to be told
        }
    }

    /** It is on the server, and its answer under way. */
    private void awaitStored(DomainEventMessage<?> event) {
        String key = EventKey.text(event.getAggregateIdentifier(), event.getSequenceNumber());
        try (MongoClient direct = OpenLog.client(uri)) {
            await().until(() -> direct.getDatabase(database)
                            .getCollection("blocks")
                            .find(Filters.in("keys", key))
                            .first()
                    != null);
        }
    }

    /** Somebody takes a copy and goes on with a log made from it. */
    void restore() {
        if (model.all().isEmpty()) {
            return;
        }
        Path copy = copied();
        log.close();
        database += "r";
        databases.add(database);
        try {
            backup().restore(List.of(copy), new Until.Everything(), passed -> {});
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        snapshots.clear(); // which are no part of a copy
        log = open();
    }

    private Path copied() {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), database + "-" + steps + ".log");
        backup().export(file, LogPosition.START, passed -> {});
        return file;
    }

    private Backup backup() {
        return new Backup(client.getDatabase(database), new Evidence(client.getDatabase(database), KEY));
    }

    void verify() {
        assertThat(log.verify().events()).isEqualTo(model.all().size());
    }

    @Override
    public void close() {
        wire.releaseAnswers(); // or what went wrong is hidden behind what cannot be closed
        log.close();
        databases.forEach(each -> client.getDatabase(each).drop());
        client.close();
        wire.close();
    }
}
