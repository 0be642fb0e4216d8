package com.videowindow.patina.eventlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import com.videowindow.patina.domain.privacy.MasterRotation.Rotated;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner of a configured master key gives all nodes another: with the former until everything is wrapped again. */
class ChangedMasterTest {
    private static final String FORMER = base64(1);
    private static final String NEXT = base64(2);
    private static final byte[] SECRET = PersonSecret.fresh().stored();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> FIFTY =
            IntStream.range(0, 50).mapToObj(ChangedMasterTest::name).toList();

    private Path folder;
    private EmbeddedMongo mongo;
    private MongoClient client;

    @BeforeEach
    void people_are_known_under_the_former(@TempDir Path place) {
        folder = place;
        mongo = EmbeddedMongo.start(folder.resolve("mongo"));
        client = MongoClients.create(mongo.uri());
        secrets(FORMER, null).findOrMake(FIFTY, name -> SECRET);
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    private static String base64(int kind) {
        byte[] key = new byte[AesGcm.KEY_BYTES];
        key[0] = (byte) kind;
        return Base64.getEncoder().encodeToString(key);
    }

    private static String name(int number) {
        return PayloadKeys.name(new SubjectId(new UUID(5, number)));
    }

    private KeyPlace place() {
        return new KeyPlace(client.getDatabase("patina-keys"), true);
    }

    private MongoCollection<Document> shards() {
        return place().collection("shards");
    }

    private NamedSecrets secrets(String master, @Nullable String former) {
        return new NamedSecrets(place(), ConfiguredMasterKey.of(master, former), PATIENCE);
    }

    private PayloadKeys node(String master, @Nullable String former) {
        return new PayloadKeys(place(), ConfiguredMasterKey.of(master, former), PATIENCE);
    }

    /** As a node does. */
    private void start(String master, @Nullable String former) {
        node(master, former).heedMaster();
    }

    private Rotated rotate(String master, @Nullable String former) {
        return new StoredRotation(node(master, former)).rotate(reached -> {});
    }

    private void assertNobodyLost(String master, @Nullable String former) {
        start(master, former);
        Map<String, Secret> found = secrets(master, former).find(FIFTY);
        assertThat(found).hasSize(FIFTY.size()).allSatisfy((name, secret) -> assertThat(secret)
                .isEqualTo(new Secret.Live(new Binary(SECRET))));
    }

    @Test
    void everything_rests_under_the_next_after_it_and_the_former_is_left_away() {
        assertNobodyLost(NEXT, FORMER);

        assertThat(rotate(NEXT, FORMER)).isEqualTo(new Rotated(Master.CONFIGURED, 256, false, OptionalInt.empty()));

        assertNobodyLost(NEXT, null);
        assertThat(rotate(NEXT, null).shards()).isEqualTo(256);
        assertNobodyLost(NEXT, null);
    }

    @Test
    void a_start_without_the_former_before_it_says_what_is_missing_and_changes_nothing() {
        List<Document> before = shards().find().into(new ArrayList<>());
        PayloadKeys early = node(NEXT, null);

        assertThatThrownBy(early::heedMaster)
                .isInstanceOf(MasterElsewhere.class)
                .hasMessageMatching(
                        "(\\d+) of \\1 key shards rest under another master key than the PATINA_KEYS_MASTER.*"
                                + "PATINA_KEYS_MASTER_FORMER too until patina keys rotate is done.*");
        assertThat(early.masterAway()).hasValueSatisfying(why -> assertThat(why).contains("PATINA_KEYS_MASTER_FORMER"));
        assertThatThrownBy(() -> rotate(NEXT, null)).isInstanceOf(MasterElsewhere.class);
        assertThat(shards().find()).containsExactlyElementsOf(before);
        assertNobodyLost(FORMER, null);
    }

    @Test
    void broken_off_half_way_it_is_said_again_and_a_start_without_the_former_says_how_much_is_missing() {
        rotate(FORMER, null); // makes all shards
        List<Document> before = shards().find(Filters.lt("_id", 100)).into(new ArrayList<>());
        rotate(NEXT, FORMER);
        before.forEach(shard -> shards().replaceOne(Filters.eq("_id", shard.get("_id")), shard));

        assertThatThrownBy(() -> start(NEXT, null))
                .isInstanceOf(MasterElsewhere.class)
                .hasMessageContaining("100 of 256 key shards");
        assertNobodyLost(NEXT, FORMER);
        rotate(NEXT, FORMER);
        assertNobodyLost(NEXT, null);
    }

    @Test
    void several_former_ones_open_what_they_wrapped() {
        secrets(FORMER, null).scrub(List.of(name(99)));
        assertNobodyLost(NEXT, base64(7) + ", " + FORMER);
    }

    @Test
    void a_node_that_was_left_running_with_the_former_alone_wraps_nothing_under_it_any_more() {
        MasterKey master = ConfiguredMasterKey.of(FORMER, null);
        NamedSecrets left = new NamedSecrets(place(), master, PATIENCE);
        assertThat(left.find(FIFTY)).hasSize(FIFTY.size()); // it remembers the keys of shards
        rotate(NEXT, FORMER);

        FIFTY.forEach(
                name -> assertThatThrownBy(() -> left.scrub(List.of(name))).isInstanceOf(KeysUnavailable.class));

        assertThat(master.away()).hasValueSatisfying(why -> assertThat(why).contains("256 of 256 key shards"));
        assertNobodyLost(NEXT, null);
    }

    @Test
    void what_is_written_and_destroyed_meanwhile_stays_so() {
        NamedSecrets running = secrets(NEXT, FORMER);
        running.find(FIFTY);
        rotate(NEXT, FORMER);
        running.scrub(List.of(name(0)));
        running.findOrMake(List.of(name(98)), name -> SECRET);

        assertNobodyLost(NEXT, null);
        assertThat(secrets(NEXT, null).find(List.of(name(98)))).hasSize(1);
    }

    @Test
    void a_former_one_that_is_no_key_is_refused_by_its_name_in_words_that_do_not_show_it() {
        for (String none : List.of("/etc/patina/master.key", "AAAA", FORMER + ",")) {
            assertThatThrownBy(() -> ConfiguredMasterKey.of(NEXT, none))
                    .isInstanceOf(UnusableMaster.class)
                    .hasMessageContaining("PATINA_KEYS_MASTER_FORMER holds no key")
                    .hasMessageNotContaining(none);
        }
    }

    @Test
    void a_former_one_without_a_present_one_is_refused() {
        KeySettings half = new KeySettings(null, null, null, FORMER, null, null);
        assertThatThrownBy(() -> half.masterKey(folder))
                .isInstanceOf(UnusableMaster.class)
                .hasMessageContaining("PATINA_KEYS_MASTER_FORMER is of use beside PATINA_KEYS_MASTER");
        KeySettings blank = new KeySettings(null, null, NEXT, " ", null, null);
        assertThatCode(() -> blank.masterKey(folder)).doesNotThrowAnyException();
    }

    @Test
    void a_backup_of_keys_is_put_back_under_the_next_or_refused_in_words() {
        char[] recovery = "of this test alone".toCharArray();
        Path file = folder.resolve("keys.backup");
        new StoredKeys(client.getDatabase("patina"), node(FORMER, null), folder).export(file, recovery);

        assertThatThrownBy(() ->
                        new StoredKeys(client.getDatabase("patina"), node(NEXT, null), folder).restore(file, recovery))
                .isInstanceOf(MasterElsewhere.class)
                .hasMessageContaining("PATINA_KEYS_MASTER of this node");
        assertThatThrownBy(() -> new StoredKeys(client.getDatabase("patina"), node(FORMER, null), folder)
                        .restore(file, "another than this".toCharArray()))
                .hasMessageContaining("recovery key");

        PayloadKeys elsewhere = new PayloadKeys(
                new KeyPlace(client.getDatabase("elsewhere-keys"), true), ConfiguredMasterKey.of(NEXT, null), PATIENCE);
        new StoredKeys(client.getDatabase("elsewhere"), elsewhere, folder.resolve("elsewhere")).restore(file, recovery);
        assertThat(elsewhere.secrets().find(FIFTY)).hasSize(FIFTY.size());
    }
}
