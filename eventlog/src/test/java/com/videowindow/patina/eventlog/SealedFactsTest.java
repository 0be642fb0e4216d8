package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Erased;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.PeriodEnded;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredPeriods;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.messaging.Message;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts about people under their keys, and what is left of them when the keys are gone. */
class SealedFactsTest {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final String MARK = "an-unmistakable-message";

    private Path home;
    private LocalMasterKey master;
    private OpenLog store;
    private PayloadKeys keys;
    private EventLog log;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        master = LocalMasterKey.of(home);
        store = OpenLog.in(folder.resolve("mongo"));
        keys = otherKeys();
        log = node(keys);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    /** Of another process on this home, which knows of the master key what its file says. */
    private PayloadKeys otherKeys() {
        return store.keys(LocalMasterKey.of(home));
    }

    private EventLog node(PayloadKeys keys) {
        return EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY, keys);
    }

    private static void append(EventLog log, String stream, SubjectId person, String message) {
        log.storageEngine().appendEvents(event(stream, 0, viewed(person, message)));
    }

    private static List<Object> read(EventLog log, String stream) {
        return log.storageEngine()
                .readEvents(stream)
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    private static List<Object> readAll(EventLog log) {
        List<Object> found = new ArrayList<>();
        log.storageEngine().readEvents(null, false).forEach(message -> found.add(message.getPayload()));
        return found;
    }

    @Test
    void a_fact_about_a_person_rests_sealed_and_reads_as_it_was() {
        append(log, "one", ANNA, MARK);

        RawBsonDocument stored = new RawBlocks(store.database()).read(0).getFirst();
        assertThat(new String(stored.getByteBuffer().array(), StandardCharsets.ISO_8859_1))
                .contains(ANNA.toString())
                .doesNotContain(MARK, "dovetails-by-hand");
        assertThat(read(log, "one")).containsExactly(viewed(ANNA, MARK));
        assertThat(readAll(log)).containsExactly(viewed(ANNA, MARK));
        try (EventLog second = node(otherKeys())) {
            assertThat(read(second, "one")).containsExactly(viewed(ANNA, MARK));
        }
    }

    @Test
    void without_keys_it_is_not_opened_and_not_taken_for_forgotten() {
        append(log, "one", ANNA, MARK);
        try (EventLog without = EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY)) {
            assertThatThrownBy(() -> read(without, "one")).hasStackTraceContaining("a payload is sealed");
        }
    }

    @Test
    void a_destroyed_key_leaves_that_something_was_and_when_and_a_log_that_verifies() {
        append(log, "anna", ANNA, MARK);
        append(log, "ben", BEN, MARK);

        keys.destroy(ANNA, LATER);
        keys.scrub(List.of(ANNA));
        keys.destroy(ANNA, LATER.plusSeconds(1));

        for (EventLog node : List.of(log, node(otherKeys()))) {
            assertThat(read(node, "anna")).singleElement().isInstanceOfSatisfying(Forgotten.class, gone -> assertThat(
                            gone.subject())
                    .isEqualTo(ANNA));
            assertThat(read(node, "ben")).containsExactly(viewed(BEN, MARK));
            assertThatThrownBy(() -> append(node, "more", ANNA, MARK)).isInstanceOf(Erased.class);
        }
        assertThat(log.verify()).isNotNull();
        Evidence evidence = new Evidence(store.database(), CheckpointKey.named("sealed.example/log"));
        evidence.sign();
        assertThat(evidence.verify(List.of(), passed -> {})).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_month_that_ends_takes_everybodys_facts_of_its_kind() {
        append(log, "anna", ANNA, MARK);
        append(log, "ben", BEN, MARK);
        YearMonth now = YearMonth.now(ZoneOffset.UTC);

        keys.endPeriods(List.of(new RetentionPeriod(DataCategory.FEEDBACK, now)), LATER);
        assertThat(readAll(node(otherKeys()))).hasSize(2).doesNotHaveAnyElementsOfTypes(Forgotten.class);

        keys.endPeriods(List.of(new RetentionPeriod(DataCategory.INTERACTION, now)), LATER);
        assertThat(readAll(node(otherKeys()))).hasSize(2).hasOnlyElementsOfType(Forgotten.class);
        assertThatThrownBy(() -> append(log, "late", ANNA, MARK)).isInstanceOf(PeriodEnded.class);
        assertThatThrownBy(() -> append(node(otherKeys()), "late", ANNA, MARK)).isInstanceOf(PeriodEnded.class);
    }

    @Test
    void periods_that_hold_something_are_known_until_they_end() {
        StoredPeriods periods = new StoredPeriods(keys, log::forgetOpened);
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        RetentionPeriod period = new RetentionPeriod(DataCategory.INTERACTION, now);
        append(log, "anna", ANNA, MARK);

        assertThat(periods.live(now.minusMonths(1))).isEmpty();
        assertThat(periods.live(now)).containsExactly(period);

        periods.end(List.of(period), LATER);
        periods.scrub(List.of(period));
        periods.evict();
        assertThat(periods.live(now)).isEmpty();
        assertThat(readAll(log)).hasOnlyElementsOfType(Forgotten.class);
        assertThat(log.verify()).isNotNull();
    }

    @Test
    void what_is_sealed_cannot_be_put_into_another_event() {
        append(log, "one", ANNA, "first");
        append(log, "two", ANNA, "second");
        Blocks blocks = new Blocks(store.database(), java.time.Duration.ofSeconds(5));
        List<LoggedEvent> both = blocks.read(0, 2).stream()
                .flatMap(block -> block.events().stream())
                .toList();

        Seals seals = Seals.under(keys);
        LoggedEvent moved = both.get(1).saying(both.get(0).payload());
        LoggedEvent altered = both.get(0).saying(flipped(both.get(0).payload()));

        assertThat(seals.opened(List.of(moved, altered))).containsExactly(moved, altered);
        assertThat(seals.opened(both)).doesNotContainAnyElementsOf(both);
    }

    private static Binary flipped(Binary payload) {
        byte[] bytes = payload.getData().clone();
        bytes[bytes.length / 2] ^= 1;
        return new Binary(bytes);
    }

    @Test
    void writers_that_go_on_while_the_key_is_destroyed_leave_nothing_readable_and_mint_nothing() throws Exception {
        append(log, "before", ANNA, MARK);
        try (EventLog other = node(otherKeys());
                ExecutorService writers = Executors.newFixedThreadPool(64)) {
            AtomicInteger refused = new AtomicInteger();
            IntStream.range(0, 64)
                    .forEach(writer -> writers.execute(() -> {
                        for (int i = 0; i < 20; i++) {
                            try {
                                append(writer % 2 == 0 ? log : other, "w" + writer + "-" + i, ANNA, MARK);
                            } catch (Erased e) {
                                refused.incrementAndGet();
                            }
                        }
                    }));
            keys.destroy(ANNA, LATER);
            keys.scrub(List.of(ANNA));
            writers.shutdown();
            assertThat(writers.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES))
                    .isTrue();
            assertThat(refused).hasPositiveValue();
        }
        try (EventLog fresh = node(otherKeys())) {
            assertThat(readAll(fresh)).isNotEmpty().hasOnlyElementsOfType(Forgotten.class);
        }
        assertThat(store.keysDatabase().getCollection("secrets").find())
                .filteredOn(stored -> stored.getString("_id").endsWith(ANNA.toString()))
                .singleElement()
                .satisfies(stored -> assertThat(stored).doesNotContainKey("secret"));
    }

    @Test
    void what_a_store_still_has_of_a_destroyed_key_is_of_no_use() throws Exception {
        append(log, "anna", ANNA, MARK);
        List<SubjectId> others = IntStream.range(0, 600)
                .mapToObj(n -> new SubjectId(new UUID(n, n)))
                .toList();
        others.forEach(person -> append(log, "of " + person, person, MARK));
        List<org.bson.Document> secrets = all("secrets");
        List<org.bson.Document> shards = all("shards");
        String master = Files.readString(home.resolve("keys").resolve(LocalMasterKey.FILE));

        keys.destroy(ANNA, LATER);
        keys.scrub(List.of(ANNA));

        assertThat(Files.readString(home.resolve("keys").resolve(LocalMasterKey.FILE)))
                .isNotEqualTo(master);
        assertThat(all("shards")).doesNotContainAnyElementsOf(shards);
        for (SubjectId person : others) {
            assertThat(read(log, "of " + person)).containsExactly(viewed(person, MARK));
        }
        // Everything as the files may still hold it, under the master key that there is now.
        store.keysDatabase().getCollection("secrets").drop();
        store.keysDatabase().getCollection("shards").drop();
        store.keysDatabase().getCollection("secrets").insertMany(secrets);
        store.keysDatabase().getCollection("shards").insertMany(shards);
        try (EventLog thief = node(otherKeys())) {
            assertThatThrownBy(() -> read(thief, "anna")).hasMessageContaining("another master key");
        }
    }

    private List<org.bson.Document> all(String collection) {
        return store.keysDatabase().getCollection(collection).find().into(new ArrayList<>());
    }

    @Test
    void keys_are_made_and_shards_turn_at_once_and_nobody_loses_any() throws Exception {
        int people = 40;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < people; round++) {
                int next = round;
                pool.execute(() -> {
                    PayloadKeys own = otherKeys();
                    try (EventLog node = node(own)) {
                        append(node, "of " + next, new SubjectId(new UUID(7, next)), MARK);
                        own.scrub(List.of(new SubjectId(new UUID(8, next))));
                    }
                });
                SubjectId gone = new SubjectId(new UUID(9, round));
                keys.destroy(gone, LATER);
                keys.scrub(List.of(new SubjectId(new UUID(7, next))));
            }
        }
        try (EventLog fresh = node(otherKeys())) {
            assertThat(readAll(fresh)).hasSize(people).doesNotHaveAnyElementsOfTypes(Forgotten.class);
        }
    }

    @Test
    void a_destruction_that_is_broken_off_at_any_step_can_be_done_again_and_takes_nobody_else() {
        append(log, "ben", BEN, MARK);
        for (int step = 0; step < 15; step++) {
            SubjectId gone = new SubjectId(new UUID(11, step));
            append(log, "gone " + step, gone, MARK);
            keys.destroy(gone, LATER);
            PayloadKeys breaking = store.keys(new BreakingMaster(master, new AtomicInteger(step)));
            try {
                breaking.scrub(List.of(gone));
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("the power went");
                otherKeys().scrub(List.of(gone));
            }
            try (EventLog fresh = node(otherKeys())) {
                assertThat(read(fresh, "ben")).as("after step %d", step).containsExactly(viewed(BEN, MARK));
                assertThat(read(fresh, "gone " + step)).hasOnlyElementsOfType(Forgotten.class);
            }
        }
    }
}
