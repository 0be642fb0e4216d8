package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Copies of a log, and the logs that come of them. */
class CopyingTheLogTest extends CopiedLog {
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
