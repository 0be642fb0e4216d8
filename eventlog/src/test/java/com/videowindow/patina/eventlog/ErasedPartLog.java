package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.viewed;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.PartEvent;
import com.videowindow.patina.domain.part.PartKeysClosed;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredPartFences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;

/** A log out of which parts of what is known about people go. */
abstract class ErasedPartLog extends SealedLog {
    static final Set<DataCategory> INTERACTIONS = Set.of(DataCategory.INTERACTION);
    static final Instant OCTOBER = Instant.parse("2026-10-10T10:00:00Z");

    StoredPartFences fences;
    private long steps;

    @BeforeEach
    void openFences() {
        fences = fences(keys);
    }

    StoredPartFences fences(PayloadKeys keys) {
        return new StoredPartFences(keys, new StoredSealedFacts(store.database(), keys));
    }

    static void append(EventLog log, String name, Instant at, Object payload) {
        append(log, name, 0, at, payload);
    }

    private static void append(EventLog log, String name, long sequence, Instant at, Object payload) {
        DomainEventMessage<?> message =
                new GenericDomainEventMessage<>("consents", name, sequence, new GenericMessage<>(payload), at);
        log.storageEngine().appendEvents(message);
    }

    static void view(EventLog log, SubjectId person, String name, Instant at) {
        append(log, name, at, viewed(person, name));
    }

    /** What people's facts read as, by the names of their streams. */
    static Map<String, Object> read(EventLog log) {
        Map<String, Object> found = new TreeMap<>();
        log.storageEngine().readEvents(null, false).forEach(message -> {
            if (!(message.getPayload() instanceof PartEvent)) {
                found.put(((DomainEventMessage<?>) message).getAggregateIdentifier(), message.getPayload());
            }
        });
        return found;
    }

    Map<String, Object> readAnew() {
        try (EventLog fresh = node(otherKeys())) {
            return read(fresh);
        }
    }

    Set<LogPosition> places(String... names) {
        Set<LogPosition> places = new HashSet<>();
        for (String name : names) {
            places.add(
                    new StoredEvents(store.database()).find(name).orElseThrow().position());
        }
        return places;
    }

    LogPosition end() {
        return new StoredEvents(store.database()).end();
    }

    Fence erase(ErasureId erasure, String... names) {
        close(erasure);
        Fence fence = fences.raise(ANNA, erasure, Regulation.GDPR, places(names), end());
        keys.scrub(List.of(ANNA));
        log.forgetOpened();
        return fence;
    }

    /** With the event from which on everybody knows. */
    void close(ErasureId erasure) {
        fences.open(ANNA, erasure, INTERACTIONS);
        append(log, "part/" + ANNA, steps++, NOON, new PartKeysClosed(erasure, ANNA, NOON));
    }

    static ErasureId some() {
        return new ErasureId(UUID.randomUUID());
    }

    List<Document> kept() {
        return store.keysDatabase().getCollection("kept").find().into(new ArrayList<>());
    }
}
