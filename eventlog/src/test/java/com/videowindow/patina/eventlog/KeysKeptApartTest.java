package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.allowed;
import static com.videowindow.patina.eventlog.People.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.Eviction;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogKeys;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import com.videowindow.patina.eventlog.letters.StoredDeadLetters;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredKeys;
import com.videowindow.patina.eventlog.privacy.StoredSubjects;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A log of people who are known, its copy, the backup of its keys, and what comes of them in other homes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysKeptApartTest {
    private static final int HEADER = "patina keys\n".length() + 1 + 4 + 16;
    private static final PlatformUserId ANNA = new PlatformUserId("anna@example.org");
    /** Besides Anna, who also has a secret of her own and one of the month. */
    private static final int OTHERS = 2_500;

    private static final String RECOVERY = "correct horse battery staple";

    private Path folder;
    private OpenLog open;
    private SubjectId anna;
    private Path copy;
    private Path keys;
    private Map<String, Long> kept;
    private Eviction eviction;

    @BeforeAll
    void a_log_and_its_backups(@TempDir Path place) {
        folder = place;
        open = OpenLog.in(home("first").resolve("mongo"));
        anna = people(open, "first").subjectOf(ANNA);
        try (EventLog log = sealing(open, "first")) {
            log.storageEngine()
                    .appendEvents(List.of(event("consents/" + anna, 0, allowed(anna, Purpose.PERSONALIZATION))));
        }
        IntStream.range(0, OTHERS).parallel().forEach(n -> people(open, "first")
                .subjectOf(new PlatformUserId("user-" + n)));
        open.database()
                .getCollection("evictions")
                .insertOne(new Document("projection", "interest-profiles")
                        .append("sequence", anna.toString())
                        .append("positions", List.of(0L))
                        .append("reason", "cannot be")
                        .append("by", People.BEN.toString())
                        .append("at", "2026-11-23T20:15:00Z"));
        eviction = new StoredDeadLetters(open.database()).evictions(1).getFirst();
        MessageKey.of(null, home("first"));
        copy = place.resolve("copy.log");
        keyring("first").signer();
        ServiceLoader.load(LogKeys.class)
                .findFirst()
                .orElseThrow()
                .replace("second.example/log", new LogKeys.Place(home("first"), Optional.empty(), List.of()));
        Evidence evidence = new Evidence(open.database(), keyring("first"));
        new Backup(open.database(), evidence).export(copy, LogPosition.START, passed -> {});
        keys = place.resolve("home.keys");
        kept = stored(open, "first").export(keys, RECOVERY.toCharArray());
    }

    @AfterAll
    void close() {
        open.close();
    }

    private String namingKey() {
        return java.util.Base64.getEncoder().encodeToString(MessageKey.of(null, home("first")));
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    private Keyring keyring(String home) {
        return new Keyring(null, List.of(), home(home));
    }

    private StoredKeys stored(OpenLog log, String home) {
        return new StoredKeys(log.database(), payloadKeys(log, home), home(home));
    }

    private PayloadKeys payloadKeys(OpenLog log, String home) {
        return log.keys(LocalMasterKey.of(home(home)));
    }

    private EventLog sealing(OpenLog log, String home) {
        return EventLog.open(log.database(), EventLogSettings.DEFAULTS, OpenLog.KEY, payloadKeys(log, home));
    }

    private Object said(OpenLog log, String home) {
        try (EventLog reading = sealing(log, home)) {
            return reading.storageEngine().readEvents("consents/" + anna).next().getPayload();
        }
    }

    private StoredSubjects people(OpenLog log, String home) {
        return new StoredSubjects(payloadKeys(log, home), MessageKey.of(null, home(home)));
    }

    /** Another home, with the log restored. */
    private void restored(String name, Consumer<OpenLog> use) {
        try (OpenLog log = OpenLog.in(home(name).resolve("mongo"))) {
            new Backup(log.database(), () -> new Evidence(log.database(), keyring(name)), keyring(name)::hasSigner)
                    .restore(List.of(copy), new Until.Everything(), passed -> {});
            use.accept(log);
        }
    }

    @Test
    void the_backup_says_what_it_holds_and_shows_nobody() throws IOException {
        assertThat(kept)
                .isEqualTo(Map.of(
                        "keys",
                        3L,
                        "fences",
                        0L,
                        "left",
                        0L,
                        "people",
                        2L * OTHERS + 4,
                        "kept",
                        0L,
                        "apart",
                        0L,
                        "partFences",
                        0L,
                        "evictions",
                        1L));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(new String(Files.readAllBytes(keys), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("patina keys\n")
                .doesNotContain("anna", "user-1", anna.toString(), "PRIVATE+KEY");
        assertThatThrownBy(() -> stored(open, "first").export(keys, RECOVERY.toCharArray()))
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void without_it_a_restored_log_is_about_forgotten_people() {
        restored("without", log -> {
            assertThat(home("without").resolve("keys")).doesNotExist();
            assertThat(people(log, "without").knownSubjectOf(ANNA)).isEmpty();
            assertThat(said(log, "without")).isInstanceOf(Forgotten.class);
        });
    }

    @Test
    void with_it_everything_is_as_it_was() {
        restored("with", log -> {
            Evidence looking = new Evidence(log.database(), keyring("with"));
            assertThat(looking.verify(List.of(), events -> {})).isInstanceOf(Verification.Sound.class);
            assertThat(looking.size()).isEqualTo(1);
            Map<String, Outcome> outcomes = stored(log, "with").restore(keys, RECOVERY.toCharArray());

            assertThat(outcomes)
                    .isEqualTo(Map.of(
                            "keys", new Outcome(3, 0, 0),
                            "people", new Outcome(2L * OTHERS + 4, 0, 0),
                            "evictions", new Outcome(1, 0, 0)));
            assertThat(new StoredDeadLetters(log.database()).evictions(10)).containsExactly(eviction);
            assertThat(people(log, "with").subjectOf(ANNA)).isEqualTo(anna);
            assertThat(said(log, "with")).isEqualTo(allowed(anna, Purpose.PERSONALIZATION));
            assertThat(MessageKey.of(null, home("with"))).isEqualTo(MessageKey.of(null, home("first")));
            assertThat(keyring("with").signer().secret())
                    .isEqualTo(keyring("first").signer().secret());
            assertThat(keyring("with").known())
                    .hasToString(keyring("first").known().toString());
            assertThat(stored(log, "with").restore(keys, RECOVERY.toCharArray()))
                    .as("done again")
                    .isEqualTo(Map.of(
                            "keys", new Outcome(0, 3, 0),
                            "people", new Outcome(0, 2L * OTHERS + 4, 0),
                            "evictions", new Outcome(0, 1, 0)));
        });
    }

    @Test
    void whoever_came_back_meanwhile_stays_who_they_became() {
        KeptSecret.in(home("returned").resolve("keys").resolve("message.key"), this::namingKey);
        restored("returned", log -> {
            SubjectId now = people(log, "returned").subjectOf(ANNA);

            Outcome people = stored(log, "returned")
                    .restore(keys, RECOVERY.toCharArray())
                    .get("people");

            assertThat(people).isEqualTo(new Outcome(2L * OTHERS + 3, 0, 1));
            assertThat(people(log, "returned").subjectOf(ANNA)).isEqualTo(now).isNotEqualTo(anna);
        });
    }

    @Test
    void other_keys_are_never_replaced() {
        restored("other", log -> {
            byte[] own = MessageKey.of(null, home("other"));

            assertThatThrownBy(() -> stored(log, "other").restore(keys, RECOVERY.toCharArray()))
                    .hasMessageContaining("this home has another keys/message.key already");
            assertThat(MessageKey.of(null, home("other"))).isEqualTo(own);
            assertUntouched(log);
        });
    }

    @Test
    void a_wrong_recovery_key_or_a_harmed_file_changes_nothing() throws IOException {
        byte[] bytes = Files.readAllBytes(keys);
        Random chance = new Random(11);
        Path harmed = folder.resolve("harmed.keys");
        restored("harmed", log -> {
            assertThatThrownBy(() -> stored(log, "harmed").restore(keys, "another".toCharArray()))
                    .hasMessageStartingWith("the recovery key is not the one");
            for (int i = 0; i < 12; i++) {
                byte[] other = bytes.clone();
                int place = chance.nextInt(bytes.length);
                other[place] ^= (byte) (1 << chance.nextInt(8));
                assertRefused(log, harmed, i % 3 == 0 ? Arrays.copyOf(bytes, place) : other);
            }
            assertRefused(log, harmed, Arrays.copyOf(bytes, bytes.length + 1));
            byte[] flagged = bytes.clone();
            flagged[HEADER] ^= 4; // whether the first frame is the last
            assertRefused(log, harmed, flagged);
            assertUntouched(log);
        });
    }

    private void assertRefused(OpenLog log, Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThatThrownBy(() -> stored(log, "harmed").restore(file, RECOVERY.toCharArray()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertUntouched(OpenLog log) {
        assertThat(log.keysDatabase().getCollection("secrets").countDocuments()).isZero();
    }

    @Test
    void an_empty_home_has_nothing_to_keep() {
        try (OpenLog log = OpenLog.in(home("empty").resolve("mongo"))) {
            Path file = folder.resolve("empty.keys");
            assertThatThrownBy(() -> stored(log, "empty").export(file, RECOVERY.toCharArray()))
                    .hasMessageContaining("this home has no keys");
            assertThat(file).doesNotExist();
        }
    }
}
