package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Restores that are killed, and copies that somebody forged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoringAgainstTheOddsTest {
    private static final int BLOCKS = 640;
    private static final CheckpointKey KEY = CheckpointKey.named("restored.example/log");
    private static final Until ALL = new Until.Everything();

    private final CopyCheck offline =
            ServiceLoader.load(CopyCheck.class).findFirst().orElseThrow();
    private Path folder;
    private Path whole;
    private Copied log;

    /** @param middle the end of the chain as it was before the last blocks */
    private record Copied(Head middle, List<RawBsonDocument> originals) {}

    @BeforeAll
    void a_copy_of_a_log(@TempDir Path place) {
        folder = place;
        whole = place.resolve("whole.log");
        log = in("log", database -> {
            Blocks blocks = new Blocks(database, EventLogSettings.DEFAULTS.patience());
            blocks.ensureIndexes();
            List<Block> all = new ArrayList<>();
            Head end = Head.EMPTY;
            Head middle = end;
            for (int i = 0; i < BLOCKS; i++) {
                Head.Sealed sealed = end.seal(events("consents/" + i), "writer");
                all.add(sealed.block());
                end = sealed.head();
                if (i == BLOCKS - 10) {
                    middle = end;
                }
            }
            blocks.insertAll(all);
            new Backup(database, new Evidence(database, KEY)).export(whole, LogPosition.START, passed -> {});
            return new Copied(middle, stored(database));
        });
    }

    private static List<LoggedEvent> events(String stream) {
        EventLog.Parts parts = EventLog.Parts.standard();
        return new EventMapping(parts.events(), parts.upcasters(), Seals.NONE)
                .logged(List.of(event(stream, 0, viewed(ANNA, "m"))));
    }

    private static List<RawBsonDocument> stored(MongoDatabase database) {
        RawBlocks raw = new RawBlocks(database);
        List<RawBsonDocument> all = new ArrayList<>();
        for (List<RawBsonDocument> some = raw.read(0); !some.isEmpty(); some = raw.read(all.size())) {
            all.addAll(some);
        }
        return all;
    }

    private <T> T in(String name, Function<MongoDatabase, T> use) {
        try (TestServer mongo = TestServer.in(folder.resolve(name));
                MongoClient client = OpenLog.client(mongo.uri())) {
            return use.apply(client.getDatabase(mongo.database()));
        }
    }

    private static void restore(MongoDatabase database, Path copy) {
        new Backup(database, new Evidence(database, KEY)).restore(List.of(copy), ALL, passed -> {});
    }

    @Test
    void a_killed_restore_is_completed_by_another_to_the_byte() throws IOException {
        for (int quarter = 1; quarter <= 3; quarter++) {
            RestoreProcess.killedAt(quarter * BLOCKS / 4, folder.resolve("killed"), whole);
        }
        in("killed", database -> {
            int before = stored(database).size();
            assertThat(before).as("killed before its end").isBetween(1, BLOCKS - 1);
            restore(database, whole);
            assertThat(stored(database)).isEqualTo(log.originals());
            assertThat(new Evidence(database, KEY).verify(List.of(), passed -> {}))
                    .isInstanceOf(Verification.Sound.class);
            return before;
        });
    }

    @Test
    void a_part_that_starts_after_other_events_than_are_stored_is_refused() throws IOException {
        Head middle = log.middle();
        List<Hash> invented = new ArrayList<>(middle.tree().frontier());
        Collections.reverse(invented);
        TreeMap<String, Long> miscounted = new TreeMap<>(middle.types());
        miscounted.replaceAll((type, count) -> count + 1);
        List<Head> beginnings = List.of(
                new Head(
                        middle.last(),
                        middle.at(),
                        middle.hash(),
                        new Tree(middle.tree().size(), invented),
                        middle.types()),
                new Head(middle.last(), middle.at(), middle.hash(), middle.tree(), miscounted),
                new Head(middle.last(), middle.at() + 1, middle.hash(), middle.tree(), middle.types()));
        for (int i = 0; i < beginnings.size(); i++) {
            Path forged = forged("forged-" + i, beginnings.get(i));
            in("part-" + i, database -> {
                Blocks blocks = new Blocks(database, EventLogSettings.DEFAULTS.patience());
                blocks.ensureIndexes();
                new Backup(database, new Evidence(database, KEY))
                        .restore(List.of(whole), new Until.Position(middle.last()), passed -> {});
                List<RawBsonDocument> before = stored(database);
                assertThatThrownBy(() -> restore(database, forged)).hasMessageContaining("its beginning was changed");
                assertThat(stored(database)).isEqualTo(before);
                return before;
            });
        }
    }

    /** A copy of one more block after a beginning that may never have been. */
    private Path forged(String name, Head beginning) throws IOException {
        Path file = folder.resolve(name);
        Head.Sealed sealed = beginning.seal(events("consents/forged"), "forger");
        try (CopyWriter copy = CopyWriter.to(file)) {
            copy.start(new CopyStart(beginning, sealed.head().tree().size()));
            copy.write(new RawBsonDocument(sealed.block(), new BlockCodec(key -> true)));
            copy.finish(
                    KEY.sign(sealed.head().tree().size(), sealed.head().tree().root())
                            .toString());
        }
        return file;
    }

    @Test
    void a_log_that_somebody_else_signed_is_told_by_the_key_alone() throws IOException {
        Path forged = forged("foreign", Head.EMPTY);
        assertThat(offline.check(List.of(forged), Optional.empty(), passed -> {}))
                .isInstanceOf(Verification.Sound.class);
        String another = CheckpointKey.named("restored.example/log").verifier().toString();
        assertThat(offline.check(List.of(forged), Optional.of(another), passed -> {}))
                .isInstanceOfSatisfying(Verification.Damaged.class, damaged -> assertThat(damaged.what())
                        .contains("whose key is not known here"));
    }
}
