package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two homes with copies of one master key use one key store: one of them goes on, and no key is ever under two masters. */
class CopiedMasterTest {
    private static final String ANNA = "subject/anna";
    private static final String BEN = "subject/ben";
    private static final byte[] SECRET = {1, 2, 3};
    private static final Map<String, Secret> BOTH =
            Map.of(ANNA, new Secret.Live(new Binary(SECRET)), BEN, new Secret.Live(new Binary(SECRET)));

    private Path folder;
    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void a_home_knows_people_and_its_keys_are_copied(@TempDir Path place) {
        folder = place;
        mongo = EmbeddedMongo.start(folder.resolve("mongo"));
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase("patina-keys");
        start("first");
        secrets("first").findOrMake(List.of(ANNA, BEN), name -> SECRET);
        copy("first", "second");
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    private Path file(String home) {
        return home(home).resolve("keys").resolve(LocalMasterKey.FILE);
    }

    private void copy(String from, String to) {
        try {
            Files.createDirectories(file(to).getParent());
            Files.deleteIfExists(file(to));
            Files.copy(file(from), file(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyPlace place() {
        return new KeyPlace(database, true);
    }

    private NamedSecrets secrets(String home) {
        return new NamedSecrets(place(), LocalMasterKey.of(home(home)), Duration.ofSeconds(30));
    }

    /** As a node does. */
    private void start(String home) {
        new PayloadKeys(place(), LocalMasterKey.of(home(home)), Duration.ofSeconds(30)).heedMaster();
    }

    private List<Document> shards() {
        return database.getCollection("shards").find().into(new ArrayList<>());
    }

    @Test
    void the_other_is_refused_from_the_first_erasure_on_and_changes_nothing() throws IOException {
        start("second");
        NamedSecrets second = secrets("second");
        assertThat(second.find(List.of(ANNA, BEN))).isEqualTo(BOTH);

        secrets("first").scrub(List.of(ANNA));

        List<Document> shards = shards();
        String file = Files.readString(file("second"));
        for (NamedSecrets other : List.of(second, secrets("second"))) {
            assertThatThrownBy(() -> other.scrub(List.of(BEN)))
                    .isInstanceOf(MasterElsewhere.class)
                    .hasMessageContaining("PATINA_KEYS_URI");
        }
        assertThatThrownBy(() -> start("second")).isInstanceOf(MasterElsewhere.class);
        assertThat(shards()).isEqualTo(shards);
        assertThat(file("second")).hasContent(file);
        start("first");
        secrets("first").scrub(List.of(BEN));
        assertThat(secrets("first").find(List.of(ANNA, BEN))).isEqualTo(BOTH);
    }

    @Test
    void the_other_knows_it_once_it_reads_or_writes_and_forgets_it_with_the_file_that_is_in_use() {
        LocalMasterKey master = LocalMasterKey.of(home("second"));
        NamedSecrets second = new NamedSecrets(place(), master, Duration.ofSeconds(30));
        secrets("first").scrub(List.of(ANNA)); // wraps all shards, so that the other makes none
        assertThat(master.away()).isEmpty();

        assertThatThrownBy(() -> second.find(List.of(BEN)))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("PATINA_KEYS_URI");
        assertThat(master.away()).hasValueSatisfying(why -> assertThat(why).contains("PATINA_KEYS_URI"));
        assertThatThrownBy(() -> second.findOrMake(List.of("subject/clara"), name -> SECRET))
                .isInstanceOf(KeysUnavailable.class);

        copy("first", "second");
        assertThat(second.find(List.of(ANNA, BEN))).isEqualTo(BOTH);
        assertThat(master.away()).isEmpty();
    }

    @Test
    void a_home_that_writes_alone_knows_it_too() {
        LocalMasterKey master = LocalMasterKey.of(home("second"));
        NamedSecrets second = new NamedSecrets(place(), master, Duration.ofSeconds(30));
        secrets("first").scrub(List.of(ANNA));

        assertThatThrownBy(() -> second.findOrMake(List.of("subject/clara"), name -> SECRET))
                .isInstanceOf(KeysUnavailable.class);
        assertThat(master.away()).hasValueSatisfying(why -> assertThat(why).contains("PATINA_KEYS_URI"));
    }

    @Test
    void what_it_gets_back_from_the_other_it_can_use() {
        secrets("first").scrub(List.of(ANNA));
        copy("first", "second");

        start("second");
        assertThat(secrets("second").find(List.of(ANNA, BEN))).isEqualTo(BOTH);
    }

    @Test
    void of_two_that_renew_at_once_one_goes_on_and_loses_nothing() {
        for (int round = 0; round < 5; round++) {
            copy("first", "second");
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> isRenewedBy("first"));
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> isRenewedBy("second"));

            assertThat(first.join()).as("round %d", round).isNotEqualTo(second.join());
            String going = first.join() ? "first" : "second";
            assertThat(secrets(going).find(List.of(ANNA, BEN))).isEqualTo(BOTH);
            copy(going, "third");
            copy("third", "first");
        }
    }

    private boolean isRenewedBy(String home) {
        try {
            return secrets(home).scrub(List.of(ANNA));
        } catch (MasterElsewhere e) {
            return false;
        }
    }

    /** A mark whose store dies before it is moved, or after. */
    private record Dying(MasterMark real, boolean moves) implements MasterMark {
        @Override
        public int nowOr(int first) {
            return real.nowOr(first);
        }

        @Override
        public Closed closed() {
            return real.closed();
        }

        @Override
        public boolean move(int former, int next) {
            if (moves) {
                real.move(former, next);
            }
            throw new IllegalStateException("the power went");
        }
    }

    @Test
    void a_home_that_dies_between_its_file_and_the_store_starts_and_goes_on() {
        for (boolean moved : new boolean[] {false, true}) {
            copy("first", "second");
            assertThatThrownBy(() -> LocalMasterKey.of(home("first"))
                            .renew(new Dying(new StoredMark(place(), () -> new MasterMark.Closed(0, 0)), moved)))
                    .hasMessage("the power went");
            if (moved) {
                assertThatThrownBy(() -> start("second")).isInstanceOf(MasterElsewhere.class);
            } else {
                start("second"); // nothing has changed for anybody
            }

            start("first");
            assertThat(secrets("first").find(List.of(ANNA, BEN))).isEqualTo(BOTH);
            assertThat(secrets("first").scrub(List.of(BEN))).isTrue();
            start("first");
            assertThat(secrets("first").find(List.of(ANNA, BEN))).isEqualTo(BOTH);
        }
    }

    @Test
    void a_home_whose_keys_and_store_are_put_back_together_starts() {
        Map<String, List<Document>> copied = new HashMap<>();
        for (String name : List.of("shards", "secrets", "masters")) {
            copied.put(name, database.getCollection(name).find().into(new ArrayList<>()));
        }
        secrets("first").scrub(List.of(ANNA));

        copied.forEach((name, documents) -> {
            database.getCollection(name).drop();
            database.getCollection(name).insertMany(documents);
        });
        assertThatThrownBy(() -> start("first")).as("of today").isInstanceOf(MasterElsewhere.class);
        start("second");
        assertThat(secrets("second").find(List.of(ANNA, BEN))).isEqualTo(BOTH);
        assertThat(secrets("second").scrub(List.of(ANNA))).isTrue();
    }

    @Test
    void a_store_that_nobody_marked_is_taken_by_whoever_can_open_it() {
        database.getCollection("masters").drop();

        assertThatThrownBy(() -> start("another")).isInstanceOf(MasterElsewhere.class);
        start("first");
        assertThatThrownBy(() -> start("another")).isInstanceOf(MasterElsewhere.class);
        List<String> many =
                IntStream.range(0, 1_000).mapToObj(n -> "subject/" + n).toList();
        assertThatThrownBy(() -> secrets("another").findOrMake(many, name -> SECRET))
                .as("of shards that nobody needed yet, too")
                .isInstanceOf(KeysUnavailable.class);
        secrets("first").findOrMake(many, name -> SECRET);
        assertThat(secrets("first").find(many)).hasSize(many.size());
        assertThat(secrets("first").find(List.of(ANNA, BEN))).isEqualTo(BOTH);
    }

    @Test
    void the_mark_says_nothing_of_the_key() {
        assertThat(database.getCollection("masters").find()).singleElement().satisfies(mark -> {
            assertThat(mark).containsOnlyKeys("_id", "key");
            assertThat(mark.get("key")).isInstanceOf(Integer.class);
        });
    }
}
