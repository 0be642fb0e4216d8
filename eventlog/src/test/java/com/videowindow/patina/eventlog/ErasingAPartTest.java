package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.allowed;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealing;
import com.videowindow.patina.eventlog.privacy.SealedFacts;
import com.videowindow.patina.eventlog.privacy.StoredPartFences;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.AbstractMap;
import java.util.Collection;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single facts about a person are made unreadable, and everything else about them stays readable. */
class ErasingAPartTest {
    private static final Set<DataCategory> INTERACTIONS = Set.of(DataCategory.INTERACTION);
    private static final Instant OCTOBER = Instant.parse("2026-10-10T10:00:00Z");

    private Path home;
    private OpenLog store;
    private PayloadKeys keys;
    private EventLog log;
    private StoredPartFences fences;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        store = OpenLog.in(folder.resolve("mongo"));
        keys = otherKeys();
        log = node(keys);
        fences = fences(keys);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    private PayloadKeys otherKeys() {
        return store.keys(LocalMasterKey.of(home));
    }

    private EventLog node(PayloadKeys keys) {
        return EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY, keys);
    }

    private StoredPartFences fences(PayloadKeys keys) {
        return new StoredPartFences(keys, new StoredSealedFacts(store.database(), keys));
    }

    private static void append(EventLog log, String name, Instant at, Object payload) {
        DomainEventMessage<?> message =
                new GenericDomainEventMessage<>("consents", name, 0, new GenericMessage<>(payload), at);
        log.storageEngine().appendEvents(message);
    }

    private static void view(EventLog log, SubjectId person, String name, Instant at) {
        append(log, name, at, viewed(person, name));
    }

    /** What everybody's facts read as, by the names of their streams. */
    private static Map<String, Object> read(EventLog log) {
        Map<String, Object> found = new TreeMap<>();
        log.storageEngine()
                .readEvents(null, false)
                .forEach(message ->
                        found.put(((DomainEventMessage<?>) message).getAggregateIdentifier(), message.getPayload()));
        return found;
    }

    private Map<String, Object> readAnew() {
        try (EventLog fresh = node(otherKeys())) {
            return read(fresh);
        }
    }

    private Set<LogPosition> places(String... names) {
        Set<LogPosition> places = new HashSet<>();
        for (String name : names) {
            places.add(
                    new StoredEvents(store.database()).find(name).orElseThrow().position());
        }
        return places;
    }

    private LogPosition end() {
        return new StoredEvents(store.database()).end();
    }

    private Fence erase(ErasureId erasure, String... names) {
        Instant closed = fences.open(ANNA, erasure, INTERACTIONS, NOON);
        Fence fence = fences.raise(ANNA, erasure, Regulation.GDPR, places(names), end(), closed);
        keys.scrub(List.of(ANNA));
        log.forgetOpened();
        return fence;
    }

    private static ErasureId some() {
        return new ErasureId(UUID.randomUUID());
    }

    @Test
    void what_goes_is_forgotten_and_what_stays_is_read_as_before_on_every_node() {
        for (String name : List.of("a1", "a2", "a3")) {
            view(log, ANNA, name, NOON);
        }
        view(log, ANNA, "october", OCTOBER);
        view(log, BEN, "ben", NOON);
        append(log, "consent", NOON, allowed(ANNA, Purpose.PERSONALIZATION));
        Map<String, Object> before = read(log);

        Fence fence = erase(some(), "a2");

        assertThat(fence.fingerprint()).hasSize(64);
        for (Map<String, Object> now : List.of(read(log), readAnew())) {
            assertThat(now.get("a2")).isInstanceOf(Forgotten.class);
            assertThat(now)
                    .hasSameSizeAs(before)
                    .usingRecursiveComparison()
                    .ignoringFields("a2")
                    .isEqualTo(before);
        }
        assertThat(kept())
                .as("two facts of the month, and the other month by its key")
                .hasSize(3);
        assertThat(log.verify().events()).isEqualTo(6);
    }

    private List<Document> kept() {
        return store.keysDatabase().getCollection("kept").find().into(new java.util.ArrayList<>());
    }

    @Test
    void facts_that_come_meanwhile_and_afterwards_are_kept_also_by_nodes_that_were_not_told() {
        PayloadKeys others = otherKeys();
        try (EventLog other = node(others)) {
            view(other, ANNA, "first", NOON);
            ErasureId erasure = some();
            Instant closed = fences.open(ANNA, erasure, INTERACTIONS, NOON);
            view(other, ANNA, "late", NOON); // under the former key, which it remembers
            view(log, ANNA, "meanwhile", NOON);
            assertThat(read(other).values()).doesNotHaveAnyElementsOfTypes(Forgotten.class);
            assertThatThrownBy(() -> fences.raise(ANNA, erasure, Regulation.GDPR, Set.of(), end(), NOON))
                    .hasMessageContaining("may still write");

            fences.raise(ANNA, erasure, Regulation.GDPR, places("first"), end(), closed);
            others.forget(ANNA);
            other.forgetOpened();
            view(other, ANNA, "after", NOON);

            for (Map<String, Object> now : List.of(read(other), readAnew())) {
                assertThat(now.get("first")).isInstanceOf(Forgotten.class);
                assertThat(now.get("late")).isEqualTo(viewed(ANNA, "late"));
                assertThat(now.get("meanwhile")).isEqualTo(viewed(ANNA, "meanwhile"));
                assertThat(now.get("after")).isEqualTo(viewed(ANNA, "after"));
            }
        }
    }

    @Test
    void one_part_after_another_goes_and_the_rest_stays() {
        List<String> names = List.of("a1", "a2", "a3", "a4");
        names.forEach(name -> view(log, ANNA, name, NOON));
        view(log, ANNA, "october", OCTOBER);

        erase(some(), "a1");
        view(log, ANNA, "a5", NOON);
        erase(some(), "a2", "a5");
        view(log, ANNA, "a6", NOON);
        erase(some(), "october");

        Map<String, Object> now = readAnew();
        assertThat(List.of("a1", "a2", "a5", "october"))
                .allSatisfy(name -> assertThat(now.get(name)).isInstanceOf(Forgotten.class));
        assertThat(List.of("a3", "a4", "a6"))
                .allSatisfy(name -> assertThat(now.get(name)).isEqualTo(viewed(ANNA, name)));
        assertThat(read(log)).usingRecursiveComparison().isEqualTo(now);
    }

    @Test
    void what_stayed_goes_with_its_month_and_with_its_person() {
        view(log, ANNA, "a1", NOON);
        view(log, ANNA, "a2", NOON);
        view(log, ANNA, "october", OCTOBER);
        erase(some(), "a1");

        keys.endPeriods(List.of(new RetentionPeriod(DataCategory.INTERACTION, YearMonth.of(2026, 11))), NOON);
        assertThat(readAnew().get("a2")).isInstanceOf(Forgotten.class);
        assertThat(readAnew().get("october")).isEqualTo(viewed(ANNA, "october"));

        erase(some(), "a2"); // of a month that is over: nothing to keep, nothing to fail
        keys.destroy(ANNA, NOON);
        assertThat(readAnew().values()).hasOnlyElementsOfType(Forgotten.class);
        assertThat(fences.raise(ANNA, opened(), Regulation.GDPR, Set.of(), end(), NOON.plusSeconds(600)))
                .as("of somebody who left")
                .extracting(Fence::fingerprint)
                .isEqualTo("");
    }

    private ErasureId opened() {
        ErasureId erasure = some();
        fences.open(ANNA, erasure, INTERACTIONS, NOON);
        return erasure;
    }

    @Test
    void broken_off_anywhere_it_is_done_again_and_loses_nothing() {
        for (int step = 0; step < 4; step++) {
            String gone = "gone" + step;
            String stays = "stays" + step;
            view(log, ANNA, gone, NOON);
            view(log, ANNA, stays, NOON);
            view(log, ANNA, "october" + step, OCTOBER);
            ErasureId erasure = some();
            StoredPartFences breaking =
                    new StoredPartFences(keys, new Breaking(new StoredSealedFacts(store.database(), keys), step));
            Instant closed = breaking.open(ANNA, erasure, INTERACTIONS, NOON);
            Set<LogPosition> places = places(gone);
            try {
                breaking.raise(ANNA, erasure, Regulation.GDPR, places, end(), closed);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the power went");
                assertThat(readAnew())
                        .containsEntry(gone, viewed(ANNA, gone))
                        .containsEntry(stays, viewed(ANNA, stays));
            }
            PayloadKeys again = otherKeys();
            assertThat(fences(again).open(ANNA, erasure, INTERACTIONS, NOON.plusSeconds(5)))
                    .isEqualTo(closed);
            Fence fence = fences(again).raise(ANNA, erasure, Regulation.GDPR, places, end(), closed);
            assertThat(fences(otherKeys()).raise(ANNA, erasure, Regulation.GDPR, places, end(), closed))
                    .isEqualTo(fence);
            Map<String, Object> now = readAnew();
            assertThat(now.get(gone)).isInstanceOf(Forgotten.class);
            assertThat(now.get(stays)).isEqualTo(viewed(ANNA, stays));
            assertThat(now.get("october" + step)).isEqualTo(viewed(ANNA, "october" + step));
            keys.forget(ANNA);
        }
    }

    @Test
    void broken_off_between_sealing_again_and_letting_go_of_a_months_key_everything_is_still_read() {
        List.of("a1", "a2").forEach(name -> view(log, ANNA, name, NOON));
        List.of("o1", "o2").forEach(name -> view(log, ANNA, name, OCTOBER));
        erase(some(), "a1"); // October keeps its key
        ErasureId erasure = some();
        Instant closed = fences.open(ANNA, erasure, INTERACTIONS, NOON);
        SealedFacts facts = new StoredSealedFacts(store.database(), keys);
        StoredPartFences breaking = new StoredPartFences(keys, new SealedFacts() {
            @Override
            public List<At> about(SubjectId subject, LogPosition through) {
                return facts.about(subject, through);
            }

            @Override
            public Map<String, byte[]> sealedAgain(Collection<String> events, Sealing with) {
                Map<String, byte[]> sealed = facts.sealedAgain(events, with);
                return new AbstractMap<>() {
                    private boolean stored;

                    @Override
                    public Set<Entry<String, byte[]>> entrySet() {
                        if (stored) {
                            throw new IllegalStateException("the power went");
                        }
                        stored = true;
                        return sealed.entrySet();
                    }
                };
            }
        });
        assertThatThrownBy(() -> breaking.raise(ANNA, erasure, Regulation.GDPR, places("o1"), end(), closed))
                .hasMessage("the power went");

        Map<String, Object> between = readAnew();
        assertThat(List.of("a2", "o1", "o2"))
                .allSatisfy(name -> assertThat(between.get(name)).isEqualTo(viewed(ANNA, name)));
        fences(otherKeys()).raise(ANNA, erasure, Regulation.GDPR, places("o1"), end(), closed);
        Map<String, Object> after = readAnew();
        assertThat(after.get("o1")).isInstanceOf(Forgotten.class);
        assertThat(List.of("a2", "o2"))
                .allSatisfy(name -> assertThat(after.get(name)).isEqualTo(viewed(ANNA, name)));
    }

    @Test
    void what_an_old_copy_of_keys_brings_back_beside_it_takes_nothing_away() {
        List.of("a1", "a2", "a3").forEach(name -> view(log, ANNA, name, NOON));
        erase(some(), "a1");
        List<Document> old = kept();
        erase(some(), "a2");
        List<Document> now = kept();
        old.removeIf(
                document -> now.stream().anyMatch(one -> one.getString("_id").equals(document.getString("_id"))));
        assertThat(old).isNotEmpty();
        store.keysDatabase().getCollection("kept").insertMany(old);

        Map<String, Object> read = readAnew();
        assertThat(read.get("a2")).isInstanceOf(Forgotten.class);
        assertThat(read.get("a3")).isEqualTo(viewed(ANNA, "a3"));
    }

    /** Fails at the so-manieth question. */
    private static final class Breaking implements SealedFacts {
        private final SealedFacts facts;
        private int left;

        Breaking(SealedFacts facts, int left) {
            this.facts = facts;
            this.left = left;
        }

        private void step() {
            if (left-- == 0) {
                throw new IllegalStateException("the power went");
            }
        }

        @Override
        public List<At> about(SubjectId subject, LogPosition through) {
            step();
            return facts.about(subject, through);
        }

        @Override
        public Map<String, byte[]> sealedAgain(Collection<String> events, Sealing with) {
            step();
            Map<String, byte[]> sealed = facts.sealedAgain(events, with);
            step();
            return sealed;
        }
    }

    @Test
    void generations_of_any_size_stand_behind_the_category() {
        for (int generation : List.of(0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE)) {
            byte[] stored = Seal.of(DataCategory.FEEDBACK, generation, new byte[] {7, -8, 9})
                    .getData();
            assertThat(Seal.isReadable(stored)).isTrue();
            assertThat(Seal.category(stored)).isEqualTo(DataCategory.FEEDBACK);
            assertThat(Seal.generation(stored)).isEqualTo(generation);
            assertThat(Seal.said(stored)).containsExactly(7, -8, 9);
        }
    }
}
