package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogBackup.Copy;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a log of 150 blocks, whole and in parts, and the logs that come of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopyingTheLogTest {
    private static final int BLOCKS = 150;
    private static final int COMMIT = 3;
    private static final CheckpointKey KEY = CheckpointKey.named("copied.example/log");
    private static final Until ALL = new Until.Everything();

    private final CopyCheck offline =
            ServiceLoader.load(CopyCheck.class).findFirst().orElseThrow();
    private Path folder;
    private OpenLog open;
    private Path whole;
    private Path first;
    private Path second;
    private Copy made;
    private List<RawBsonDocument> originals;

    @BeforeAll
    void copies_of_a_log(@TempDir Path place) {
        folder = place;
        open = OpenLog.in(place.resolve("log"));
        LogBackup backup = new Backup(open.database(), new Evidence(open.database(), KEY));
        first = place.resolve("first.log");
        append(0, 70);
        Copy before = backup.export(first, LogPosition.START, passed -> {});
        append(70, BLOCKS);
        second = place.resolve("second.log");
        backup.export(second, before.last(), passed -> {});
        whole = place.resolve("whole.log");
        made = backup.export(whole, LogPosition.START, passed -> {});
        originals = stored(open.database());
    }

    private void append(int from, int to) {
        for (int i = from; i < to; i++) {
            open.log().storageEngine().appendEvents(commit("consents/" + i));
        }
    }

    private static List<DomainEventMessage<?>> commit(String stream) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        IntStream.range(0, COMMIT).forEach(n -> events.add(event(stream, n, viewed(ANNA, "m" + n))));
        return events;
    }

    private static List<RawBsonDocument> stored(com.mongodb.client.MongoDatabase database) {
        RawBlocks raw = new RawBlocks(database);
        List<RawBsonDocument> all = new ArrayList<>();
        List<RawBsonDocument> some = raw.read(0);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = raw.read(all.size());
        }
        return all;
    }

    @AfterAll
    void close() {
        open.close();
    }

    /** A store of its own, for one test. */
    private <T> T elsewhere(String name, Function<Store, T> use) {
        try (TestServer mongo = TestServer.in(folder.resolve(name));
                MongoClient client = OpenLog.client(mongo.uri())) {
            return use.apply(new Store(client.getDatabase(mongo.database())));
        }
    }

    private record Store(com.mongodb.client.MongoDatabase database) {
        LogStatus restore(Until until, Path... files) {
            return new Backup(database, evidence()).restore(List.of(files), until, passed -> {});
        }

        Evidence evidence() {
            return new Evidence(database, KEY);
        }
    }

    @Test
    void a_copy_says_what_it_holds_and_is_its_owners_alone() throws IOException {
        assertThat(made.events()).isEqualTo(BLOCKS * COMMIT);
        assertThat(made.last()).isEqualTo(LogPosition.of(BLOCKS - 1, COMMIT - 1));
        assertThat(made.bytes()).isEqualTo(Files.size(whole));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(whole)))
                .isEqualTo("rw-------");
        assertThat(offline.events(List.of(first, second))).isEqualTo(BLOCKS * COMMIT);
    }

    @Test
    void a_restored_log_is_the_same_to_the_byte_and_goes_on() {
        elsewhere("same", store -> {
            LogStatus status = store.restore(ALL, whole);
            assertThat(status.events()).isEqualTo(BLOCKS * COMMIT);
            assertThat(stored(store.database())).isEqualTo(originals);
            assertThat(store.evidence().verify(List.of(), passed -> {}))
                    .isInstanceOfSatisfying(Verification.Sound.class, sound -> assertThat(sound.checkpoints())
                            .isEqualTo(1));
            try (EventLog log = EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY)) {
                log.storageEngine().appendEvents(commit("consents/after"));
                assertThat(log.storageEngine().lastSequenceNumberFor("consents/3"))
                        .contains(COMMIT - 1L);
            }
            return store.evidence().size();
        });
    }

    @Test
    void parts_are_restored_together_or_one_after_the_other() {
        elsewhere("together", store -> store.restore(ALL, first, second));
        elsewhere("later", store -> {
            store.restore(ALL, first);
            LogStatus status = store.restore(ALL, second);
            assertThat(stored(store.database())).isEqualTo(originals);
            assertThat(store.restore(ALL, whole)).as("done again").isEqualTo(status);
            return status;
        });
    }

    @Test
    void an_interrupted_restore_goes_on() {
        elsewhere("interrupted", store -> {
            Backup backup = new Backup(store.database(), store.evidence());
            assertThatThrownBy(() -> backup.restore(List.of(whole), ALL, passed -> {
                        if (passed > 100 * COMMIT) {
                            throw new IllegalStateException("the power went");
                        }
                    }))
                    .hasMessage("the power went");
            assertThat(stored(store.database())).hasSizeBetween(1, BLOCKS - 1);
            assertThatThrownBy(store.evidence()::sign).isInstanceOf(SignedOtherwise.class);
            assertThatThrownBy(() -> EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY))
                    .hasMessageContaining("run the same log restore again");
            store.restore(ALL, whole);
            assertThat(Checkpoint.of(Note.parse(store.evidence().sign())).size())
                    .isEqualTo(BLOCKS * COMMIT);
            assertThat(stored(store.database())).isEqualTo(originals);
            return store;
        });
    }

    @Test
    void a_copy_that_is_shorter_than_what_was_signed_makes_nothing_whole() {
        elsewhere("shorter", store -> {
            LogPosition end = LogPosition.of(69, COMMIT - 1);
            store.restore(new Until.Position(end), whole);
            store.restore(ALL, first);
            assertThatThrownBy(store.evidence()::sign).isInstanceOf(SignedOtherwise.class);
            store.restore(ALL, whole);
            return store.evidence().sign();
        });
    }

    @Test
    void a_refusal_makes_no_key_that_would_sign_later(@TempDir Path home) {
        elsewhere("keyless", store -> {
            Keyring keys = new Keyring(null, List.of(), home);
            Evidence evidence = new Evidence(store.database(), keys);
            Backup backup = new Backup(store.database(), () -> evidence, keys::hasSigner);
            assertThatThrownBy(() -> backup.restore(List.of(whole), ALL, passed -> {
                        if (passed > 100 * COMMIT) {
                            throw new IllegalStateException("the power went");
                        }
                    }))
                    .hasMessage("the power went");
            assertThatThrownBy(evidence::sign).isInstanceOf(SignedOtherwise.class);
            assertThatThrownBy(() -> evidence.verify(List.of(), passed -> {})).isInstanceOf(SignedOtherwise.class);
            assertThat(keys.hasSigner()).isFalse();
            return store;
        });
    }

    @Test
    void any_position_can_be_gone_back_to() {
        for (LogPosition last : List.of(LogPosition.of(0, 0), LogPosition.of(64, 1), LogPosition.of(99, 2))) {
            elsewhere("position-" + last.value(), store -> {
                LogStatus status = store.restore(new Until.Position(last), first, second);
                assertThat(status.position()).isEqualTo(last);
                Checkpoint then = Checkpoint.of(Note.parse(
                        new Evidence(open.database(), KEY).checkpoint(last).orElseThrow()));
                assertThatThrownBy(store.evidence()::sign)
                        .as("two histories under one name")
                        .isInstanceOf(SignedOtherwise.class);
                Evidence rotated = new Evidence(
                        store.database(), CheckpointKey.named(KEY.verifier().name()));
                assertThatThrownBy(rotated::sign)
                        .as("nor under a later key of that name")
                        .isInstanceOf(SignedOtherwise.class);
                Evidence renamed = new Evidence(store.database(), CheckpointKey.named("restored.example/log"));
                Checkpoint signed = Checkpoint.of(Note.parse(renamed.sign()));
                assertThat(signed.size()).isEqualTo(then.size());
                assertThat(signed.root()).isEqualTo(then.root());
                assertThat(renamed.verify(List.of(), passed -> {})).isInstanceOf(Verification.Sound.class);
                return status;
            });
        }
    }

    @Test
    void a_moment_can_be_gone_back_to() {
        long middle = new RawBlocks(open.database()).block(80).orElseThrow().at();
        LogStatus status = elsewhere(
                "moment", store -> store.restore(new Until.Time(Instant.ofEpochMilli(middle)), first, second));
        assertThat(status.position().block()).isGreaterThanOrEqualTo(80);
        long beforeAll = new RawBlocks(open.database())
                        .block(0)
                        .orElseThrow()
                        .events()
                        .getFirst()
                        .at()
                - 1;
        LogStatus none =
                elsewhere("before", store -> store.restore(new Until.Time(Instant.ofEpochMilli(beforeAll)), whole));
        assertThat(none.events()).isZero();
    }

    @Test
    void what_does_not_fit_is_refused_and_changes_nothing() {
        elsewhere("other", store -> {
            assertThatThrownBy(() -> store.restore(ALL, second)).hasMessageContaining("restore what comes before it");
            LogPosition early = LogPosition.of(40, COMMIT - 1);
            store.restore(new Until.Position(early), first);
            assertThatThrownBy(store.evidence()::sign).isInstanceOf(SignedOtherwise.class);
            store.restore(ALL, first);
            assertThat(store.evidence().sign())
                    .as("it is whole again")
                    .contains("\n" + offline.events(List.of(first)) + "\n");
            assertThatThrownBy(() -> store.restore(new Until.Position(LogPosition.of(3, 0)), first))
                    .hasMessageContaining("the store holds more");
            return store;
        });
        elsewhere("foreign", store -> {
            try (EventLog log = EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY)) {
                log.storageEngine().appendEvents(commit("consents/foreign"));
            }
            List<RawBsonDocument> before = stored(store.database());
            assertThatThrownBy(() -> store.restore(ALL, whole)).hasMessageContaining("another log");
            assertThat(stored(store.database())).isEqualTo(before);
            return store;
        });
        Backup backup = new Backup(open.database(), new Evidence(open.database(), KEY));
        assertThatThrownBy(() -> backup.export(folder.resolve("x"), LogPosition.of(BLOCKS, 0), passed -> {}))
                .hasMessage("the log ends at position " + made.last().value());
        assertThatThrownBy(() -> backup.export(whole, LogPosition.START, passed -> {}))
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void a_copy_is_checked_without_a_store() {
        Optional<String> key = Optional.of(KEY.verifier().toString());
        assertThat(offline.check(List.of(whole), key, passed -> {})).isInstanceOf(Verification.Sound.class);
        assertThat(offline.check(List.of(first, second), key, passed -> {}))
                .isInstanceOfSatisfying(Verification.Sound.class, sound -> assertThat(sound.checkpoints())
                        .isEqualTo(2));
        long begun = offline.events(List.of(first));
        assertThat(offline.check(List.of(second), key, passed -> {}))
                .isInstanceOfSatisfying(Verification.Sound.class, sound -> {
                    assertThat(sound.before().events()).isEqualTo(begun).isPositive();
                    assertThat(sound.log().events()).isEqualTo(BLOCKS * COMMIT);
                });
        for (Path earlier : List.of(first, whole)) {
            assertThat(offline.check(List.of(second, earlier), key, passed -> {}))
                    .isInstanceOfSatisfying(Verification.Damaged.class, damaged -> assertThat(damaged.what())
                            .contains("it begins before the first of the copies"));
        }
        String other = CheckpointKey.named("copied.example/log").verifier().toString();
        assertThat(offline.check(List.of(whole), Optional.of(other), passed -> {}))
                .isInstanceOf(Verification.Damaged.class);
    }

    @Test
    void a_flipped_byte_or_a_lost_end_is_found() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        Random chance = new Random(7);
        Path harmed = folder.resolve("harmed.log");
        for (int i = 0; i < 150; i++) {
            byte[] other = bytes.clone();
            int place = 10 + chance.nextInt(bytes.length - 10);
            other[place] ^= (byte) (1 << chance.nextInt(8));
            Files.write(harmed, i % 3 == 0 ? java.util.Arrays.copyOf(bytes, place) : other);
            assertThat(offline.check(List.of(harmed), Optional.empty(), passed -> {}))
                    .as("harm %d at %d of %d", i, place, bytes.length)
                    .isInstanceOf(Verification.Damaged.class);
        }
    }

    @Test
    void a_log_is_copied_while_it_grows() {
        try (OpenLog busy = OpenLog.in(folder.resolve("busy"))) {
            AtomicBoolean enough = new AtomicBoolean();
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; !enough.get(); i++) {
                    busy.log().storageEngine().appendEvents(commit("consents/busy-" + i));
                }
            });
            Evidence evidence = new Evidence(busy.database(), KEY);
            LogPosition since = LogPosition.START;
            List<Path> parts = new ArrayList<>();
            while (parts.size() < 8) {
                if (evidence.size() > 0) {
                    Path part = folder.resolve("busy-" + parts.size());
                    parts.add(part);
                    since = new Backup(busy.database(), evidence)
                            .export(part, since, passed -> {})
                            .last();
                }
            }
            enough.set(true);
            join(writer);
            assertThat(offline.check(parts, Optional.of(KEY.verifier().toString()), passed -> {}))
                    .isInstanceOfSatisfying(Verification.Sound.class, sound -> assertThat(sound.checkpoints())
                            .isEqualTo(8));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
