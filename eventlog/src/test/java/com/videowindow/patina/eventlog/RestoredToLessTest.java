package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.audit.SignedOtherwise;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that are restored from copies to less than there was, or from what does not fit. */
class RestoredToLessTest extends CopiedLog {
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
}
