package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.MasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.StoredKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an older copy of the keys had brought goes out of the store's files, also where the import of the newer one ends amid it. */
class ImportBrokenOffTest extends ErasedPartLog {
    /** The shard turns within them; all that follow wrap others again. */
    private static final int FIRST_STEPS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private MongoClient client;
    private Path older;
    private Path newer;

    @BeforeEach
    void two_copies_and_an_erasure_between_them() {
        client = OpenLog.client(store.uri());
        view(log, ANNA, "a1", NOON);
        view(log, ANNA, "a2", NOON);
        older = copy("older.keys");
        erase(some(), "a1");
        newer = copy("newer.keys");
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private Path copy(String name) {
        new StoredKeys(store.database(), keys, home).export(home.resolve(name), recovery());
        return home.resolve(name);
    }

    private static char[] recovery() {
        return "correct horse battery staple".toCharArray();
    }

    private Path folder(int number) {
        return home.resolve("home" + number);
    }

    private MongoDatabase database(int number) {
        return client.getDatabase("home" + number);
    }

    /** As another process does it each time, which knows nothing of the ones before. */
    private void putBack(int number, Path copy, MasterKey master) {
        PayloadKeys there = new PayloadKeys(database(number), master, PATIENCE);
        new StoredKeys(store.database(), there, folder(number)).restore(copy, recovery());
    }

    private MasterKey master(int number) {
        return LocalMasterKey.of(folder(number));
    }

    private MasterKey breaking(int number, AtomicInteger left) {
        return new BreakingMaster(master(number), left);
    }

    private Document shardOfAnna(int number) {
        Document secret = database(number).getCollection("secrets").find().into(new ArrayList<>()).stream()
                .filter(one -> one.getString("_id").endsWith("subject/" + ANNA))
                .findFirst()
                .orElseThrow();
        int shard = Integer.parseInt(secret.getString("_id").substring(0, 2), 16);
        return database(number)
                .getCollection("shards")
                .find(new Document("_id", shard))
                .into(new ArrayList<>())
                .getFirst();
    }

    private List<Document> notes(int number) {
        return database(number).getCollection("replaced").find().into(new ArrayList<>());
    }

    private int stepsOfAWholeImport() {
        putBack(0, older, master(0));
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        putBack(0, newer, breaking(0, left));
        assertThat(notes(0)).isEmpty();
        return Integer.MAX_VALUE - left.get();
    }

    @Test
    void is_made_useless_by_the_next_import_wherever_it_broke_off() throws Exception {
        assertThat(stepsOfAWholeImport()).isGreaterThan(FIRST_STEPS);
        for (int last : IntStream.range(0, FIRST_STEPS).toArray()) {
            int number = last + 1;
            putBack(number, older, master(number));
            int before = shardOfAnna(number).getInteger("generation");
            String master = masterOf(number);
            assertThatThrownBy(() -> putBack(number, newer, breaking(number, new AtomicInteger(last))))
                    .hasMessageContaining("the power went");

            putBack(number, newer, master(number));

            Document shard = shardOfAnna(number);
            assertThat(shard.getInteger("generation")).as("after step %d", last).isGreaterThan(before);
            assertThat(shard).as("after step %d", last).doesNotContainKey("next");
            assertThat(masterOf(number)).as("after step %d", last).isNotEqualTo(master);
            assertThat(notes(number)).isEmpty();
        }
    }

    private String masterOf(int number) throws Exception {
        return Files.readString(folder(number).resolve("keys").resolve(LocalMasterKey.FILE));
    }

    @Test
    void nothing_turns_where_nothing_was_replaced() throws Exception {
        putBack(0, newer, master(0));
        Document shard = shardOfAnna(0);
        String master = masterOf(0);
        putBack(0, newer, master(0));
        putBack(0, older, master(0));
        assertThat(shardOfAnna(0)).isEqualTo(shard);
        assertThat(masterOf(0)).isEqualTo(master);
    }
}
