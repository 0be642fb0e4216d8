package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master key that is none, or not the one of the key store, is told at the start, or where a node runs by its health. */
class WrongMasterTest {
    private static final String ANNA = "subject/anna";
    private static final byte[] SECRET = {1, 2, 3};
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path folder;
    private EmbeddedMongo mongo;
    private MongoClient client;

    @BeforeEach
    void open(@TempDir Path place) {
        folder = place;
        mongo = EmbeddedMongo.start(folder.resolve("mongo"));
        client = MongoClients.create(mongo.uri());
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private static MasterKey configured(int kind) {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        key[0] = (byte) kind;
        return ConfiguredMasterKey.of(Base64.getEncoder().encodeToString(key), null);
    }

    private KeyPlace place() {
        return new KeyPlace(client.getDatabase("patina-keys"), true);
    }

    private NamedSecrets secrets(MasterKey master) {
        return new NamedSecrets(place(), master, PATIENCE);
    }

    private PayloadKeys node(MasterKey master) {
        return new PayloadKeys(place(), master, PATIENCE);
    }

    private List<Document> shards() {
        return place().collection("shards").find().into(new ArrayList<>());
    }

    @Test
    void another_than_the_one_of_the_store_is_refused_at_the_start_and_wraps_nothing() {
        node(configured(1)).heedMaster();
        secrets(configured(1)).findOrMake(List.of(ANNA), name -> SECRET);
        List<Document> shards = shards();
        PayloadKeys other = node(configured(2));
        assertThat(other.masterAway()).isEmpty();

        assertThatThrownBy(other::heedMaster)
                .isInstanceOf(MasterElsewhere.class)
                .hasMessageContaining("PATINA_KEYS_MASTER of this node");

        assertThat(other.masterAway())
                .hasValueSatisfying(why -> assertThat(why).contains("All nodes on one key store need the same"));
        NamedSecrets running = secrets(configured(2));
        assertThatThrownBy(() -> running.find(List.of(ANNA))).isInstanceOf(KeysUnavailable.class);
        for (int i = 0; i < 100; i++) {
            String somebody = "subject/" + i; // some of a shard that nobody made yet
            assertThatThrownBy(() -> running.findOrMake(List.of(somebody), name -> SECRET))
                    .isInstanceOf(KeysUnavailable.class);
        }
        assertThat(shards()).isEqualTo(shards);
        node(configured(1)).heedMaster();
        assertThat(secrets(configured(1)).find(List.of(ANNA))).containsEntry(ANNA, new Secret.Live(new Binary(SECRET)));
    }

    @Test
    void a_text_that_is_no_key_is_refused_in_words_that_do_not_show_it() {
        for (String none : List.of("/etc/patina/master.key", "keys", "AAAA", "-----BEGIN")) {
            assertThatThrownBy(() -> ConfiguredMasterKey.of(none, null))
                    .isInstanceOf(UnusableMaster.class)
                    .hasMessageContaining("PATINA_KEYS_MASTER holds no key")
                    .hasMessageNotContaining(none)
                    .hasNoCause();
        }
    }

    @Test
    void a_file_that_holds_no_key_starts_nothing() throws IOException {
        Path file = file();
        Files.createDirectories(file);
        assertThatThrownBy(() -> LocalMasterKey.of(folder))
                .isInstanceOf(UnusableMaster.class)
                .hasMessageContaining("keys/master.key of this home cannot be read");
        Files.delete(file);
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> LocalMasterKey.of(folder))
                .isInstanceOf(UnusableMaster.class)
                .hasMessageContaining("keys/master.key of this home holds no master key");
    }

    private Path file() {
        return folder.resolve("keys").resolve(LocalMasterKey.FILE);
    }

    @Test
    void a_file_that_goes_bad_while_a_node_runs_is_told_until_it_is_back() throws Exception {
        LocalMasterKey master = LocalMasterKey.of(folder);
        String good = Files.readString(file());
        byte[] about = {7};
        byte[] wrapped = master.wrap(SECRET, about);

        Files.writeString(file(), "no key");
        assertBad(master, "holds no master key");
        Files.delete(file());
        assertBad(master, "cannot be read");
        Files.createDirectory(file());
        assertBad(master, "cannot be read");
        assertThat(master.unwrap(wrapped, about))
                .as("what is in memory goes on")
                .isEqualTo(SECRET);

        Files.delete(file());
        Files.writeString(file(), good);
        assertThat(master.away()).isEmpty();
        assertThat(master.wrap(SECRET, about)).isNotEmpty();
    }

    private static void assertBad(LocalMasterKey master, String why) {
        assertThat(master.away()).hasValueSatisfying(told -> assertThat(told).contains(why, "Put it back"));
        assertThatThrownBy(() -> master.wrap(SECRET, new byte[0]))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining(why);
    }
}
