package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.eventlog.letters.LetterQueue;
import com.videowindow.patina.eventlog.letters.StoredDeadLetters;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;

/** Uses all that this module offers on one database, for a test that watches what the server is asked. */
final class UsedEverywhere {
    private static final CheckpointKey KEY = CheckpointKey.named("used.example/log");
    private static final int COMMIT = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String GROUP = "profiles";
    private static final String SEQUENCE = "anna";

    private UsedEverywhere() {}

    /** Writes a log of more than a section, and a copy of it into this file. */
    static void on(MongoDatabase database, Path copy) {
        PayloadKeys keys = new PayloadKeys(database, LocalMasterKey.of(copy.resolveSibling("home")), PATIENCE);
        try (EventLog log = EventLog.open(database, EventLogSettings.DEFAULTS, OpenLog.KEY, keys)) {
            aLog(log);
            new StoredSubjects(keys, OpenLog.KEY).subjectOf(new PlatformUserId("anna"));
            keys.destroy(People.BEN, People.NOON);
            keys.scrub(List.of(People.BEN));
            List<TrackedEventMessage<?>> events = first(log, 3);
            deadLetters(database, log, events);
            evidence(database, events.getFirst().getIdentifier());
        }
        new Backup(database, new Evidence(database, KEY)).export(copy, LogPosition.START, passed -> {});
    }

    static void restored(MongoDatabase database, Path copy) {
        Backup backup = new Backup(database, new Evidence(database, KEY));
        backup.restore(List.of(copy), new Until.Position(LogPosition.of(0, 0)), passed -> {});
        backup.restore(List.of(copy), new Until.Everything(), passed -> {});
    }

    private static void aLog(EventLog log) {
        log.storageEngine().appendEvents(event("shelf", 0, viewed(ANNA, "a")));
        log.facts().storeOnce(List.of(view(ANNA, "b")));
        for (int commit = 0; commit <= Section.SIZE / COMMIT; commit++) {
            log.storageEngine().appendEvents(commit("consents/" + commit));
        }
        log.storageEngine().storeSnapshot(new GenericDomainEventMessage<>("consents", "bench", 0, "state"));
        log.storageEngine().readSnapshot("bench");
        log.eventStore().readEvents("shelf");
        log.storageEngine().createTokenAt(People.NOON);
        log.tokenStore().initializeTokenSegments("watcher", 1);
        log.tokenStore().fetchToken("watcher", 0);
        log.tokenStore().releaseClaim("watcher", 0);
        log.verify();
    }

    private static List<DomainEventMessage<?>> commit(String stream) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        IntStream.range(0, COMMIT).forEach(n -> events.add(event(stream, n, viewed(ANNA, "m" + n))));
        return events;
    }

    private static List<TrackedEventMessage<?>> first(EventLog log, int many) {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = log.eventStore().openStream(null)) {
            while (found.size() < many) {
                found.add(stream.nextAvailable());
            }
            return found;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deadLetters(MongoDatabase database, EventLog log, List<TrackedEventMessage<?>> events) {
        StoredDeadLetters all = new StoredDeadLetters(database);
        all.ensureIndexes();
        LetterQueue queue = LetterQueue.of(GROUP, database, log.eventStore(), LetterQueue.Limits.DEFAULTS);
        events.forEach(each -> queue.enqueue(SEQUENCE, letter(each)));
        queue.enqueueIfPresent(SEQUENCE, () -> letter(events.getLast()));
        queue.process(letter -> Decisions.requeue(new IllegalStateException("still poisoned")));
        all.sequences(null, null, 10);
        all.sequences(GROUP, null, 10);
        all.evict(GROUP, SEQUENCE, LogPosition.of(0, 0), "told so", People.BEN, People.NOON);
        all.evictions(10);
        all.evicted(GROUP);
        queue.process(letter -> Decisions.evict());
        queue.isFull(SEQUENCE);
        all.discard(GROUP, LogPosition.of(9, 0));
        queue.clear();
    }

    private static GenericDeadLetter<EventMessage<?>> letter(TrackedEventMessage<?> message) {
        return new GenericDeadLetter<>(SEQUENCE, message);
    }

    /** By its id: that is looked for in the sections. */
    private static void evidence(MongoDatabase database, String id) {
        Evidence evidence = new Evidence(database, KEY);
        evidence.sign();
        assertThat(evidence.prove(id)).isPresent();
        evidence.verify(List.of(), passed -> {});
    }
}
