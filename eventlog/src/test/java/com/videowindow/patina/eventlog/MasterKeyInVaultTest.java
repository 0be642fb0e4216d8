package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.BEN;
import static com.videowindow.patina.eventlog.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import com.videowindow.patina.eventlog.privacy.RemoteMasterKey;
import com.videowindow.patina.eventlog.privacy.vault.VaultKey;
import com.videowindow.patina.eventlog.privacy.vault.VaultKmsClient;
import com.videowindow.patina.eventlog.privacy.vault.VaultSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a master key's service, and what happens while it does not answer. */
class MasterKeyInVaultTest {
    private static final byte[] SECRET = {1, 2, 3};
    private static final byte[] ABOUT = {4};

    private final TransitServer vault = new TransitServer();
    private Path token;
    private OpenLog store;
    private PayloadKeys keys;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        token = Files.writeString(home.resolve("token"), TransitServer.TOKEN + "\n");
        store = OpenLog.in(home.resolve("mongo"));
        keys = node();
    }

    @AfterEach
    void close() {
        store.close();
        vault.close();
    }

    private VaultSettings settings() {
        return TransitServer.settings(vault.address(), null, token);
    }

    private PayloadKeys node() {
        return store.keys(RemoteMasterKey.in(settings()));
    }

    private static List<Use> uses(SubjectId... people) {
        return List.of(people).stream()
                .map(person -> new Use(person, DataCategory.INTERACTION, NOON))
                .toList();
    }

    /** As they are sealed at first. */
    private static List<Sealed> facts(SubjectId... people) {
        return uses(people).stream().map(use -> new Sealed(use, 0, "a fact")).toList();
    }

    @Test
    void two_threads_of_one_node_that_scrub_at_once_lose_nobody() throws Exception {
        SubjectId[] people = IntStream.range(0, 200)
                .mapToObj(n -> new SubjectId(new UUID(5, n)))
                .toArray(SubjectId[]::new);
        keys.forWriting(uses(people));
        for (int round = 0; round < 3; round++) {
            long now = round;
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                Future<?> first = two.submit(() -> keys.scrub(List.of(new SubjectId(new UUID(6, now)))));
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
                Future<?> second = two.submit(() -> keys.scrub(List.of(new SubjectId(new UUID(7, now)))));
                first.get();
                second.get();
            }
        }
        assertThat(node().forReading(facts(people))).hasSize(people.length).allMatch(Optional::isPresent);
    }

    @Test
    void a_thousand_new_people_cost_one_request_for_each_shard_and_none_for_anybody() {
        SubjectId[] people = IntStream.range(0, 1_000)
                .mapToObj(n -> new SubjectId(new UUID(5, n)))
                .toArray(SubjectId[]::new);

        assertThat(keys.forWriting(uses(people))).hasSize(1_000).allMatch(key -> key.isPresent());

        assertThat(vault.asked()).isBetween(200, 260);
        int before = vault.asked();
        assertThat(node().forReading(facts(people))).allMatch(key -> key.isPresent());
        assertThat(vault.asked() - before).as("another node").isBetween(200, 260);
    }

    @Test
    void an_erasure_costs_the_same_however_many_people_there_are_and_leaves_one_version() {
        keys.forWriting(uses(ANNA, BEN));
        int before = vault.asked();

        keys.destroy(ANNA, NOON);
        keys.scrub(List.of(ANNA));

        assertThat(vault.asked() - before).isLessThan(2 * 256 + 20);
        assertThat(vault.key().minAvailable()).isEqualTo(vault.key().latest()).isEqualTo(2);
    }

    @Test
    void while_vault_is_sealed_what_a_node_knows_is_read_and_the_rest_waits_and_nothing_is_lost() throws Exception {
        byte[] sealed =
                keys.forWriting(uses(ANNA)).getFirst().orElseThrow().key().encrypt(SECRET, ABOUT);
        PayloadKeys other = node();
        vault.seal(true);

        keys.forget(ANNA);
        assertThat(keys.forReading(facts(ANNA)).getFirst().orElseThrow().key().decrypt(sealed, ABOUT))
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> other.forReading(facts(ANNA)))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessage("Vault cannot answer: status 503");
        assertThatThrownBy(() -> keys.forWriting(uses(new SubjectId(new UUID(6, 6)), new SubjectId(new UUID(6, 7)))))
                .isInstanceOf(KeysUnavailable.class);
        assertThatThrownBy(() -> keys.scrub(List.of(ANNA))).isInstanceOf(KeysUnavailable.class);

        vault.seal(false);
        await().ignoreException(KeysUnavailable.class).untilAsserted(() -> assertThat(other.forReading(facts(ANNA))
                        .getFirst()
                        .orElseThrow()
                        .key()
                        .decrypt(sealed, ABOUT))
                .isEqualTo(SECRET));
    }

    @Test
    void nobody_waits_again_for_what_did_not_answer_just_now() {
        VaultKey key = new VaultKmsClient(settings()).key();
        vault.seal(true);
        assertThat(key.answers()).isFalse();
        int asked = vault.asked();

        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> key.encrypt(SECRET, ABOUT)).isInstanceOf(KeysUnavailable.class);
        }
        assertThat(vault.asked() - asked).isLessThan(5);
    }

    @Test
    void a_token_that_an_agent_replaced_is_read_anew() throws Exception {
        VaultKey key = new VaultKmsClient(settings()).key();
        byte[] wrapped = key.encrypt(SECRET, ABOUT);
        vault.nowKnows("hvs.second");
        assertThatThrownBy(() -> key.decrypt(wrapped, ABOUT))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageNotContaining("hvs");

        Files.writeString(token, "hvs.second");
        assertThat(key.decrypt(wrapped, ABOUT)).isEqualTo(SECRET);
    }

    @Test
    void what_was_wrapped_for_one_shard_is_not_taken_for_another_nor_after_it_was_dropped() throws Exception {
        VaultKey key = new VaultKmsClient(settings()).key();
        byte[] wrapped = key.encrypt(SECRET, ABOUT);
        assertThatThrownBy(() -> key.decrypt(wrapped, SECRET)).isInstanceOf(GeneralSecurityException.class);

        int version = key.renew();
        assertThat(key.decrypt(wrapped, ABOUT)).isEqualTo(SECRET);
        key.dropBefore(version);
        assertThatThrownBy(() -> key.decrypt(wrapped, ABOUT)).isInstanceOf(GeneralSecurityException.class);
        key.dropBefore(version - 1); // somebody who is late changes nothing
        assertThat(vault.key().minAvailable()).isEqualTo(version);
    }

    @Test
    void any_other_service_is_used_through_its_client_for_tink() {
        assertThatIllegalArgumentException().isThrownBy(() -> RemoteMasterKey.in("unknown-kms://key"));
        PayloadKeys elsewhere = store.keys(RemoteMasterKey.in(KmsOfTests.URI));
        elsewhere.forWriting(uses(ANNA));
        elsewhere.destroy(BEN, NOON);
        elsewhere.scrub(List.of(BEN));

        assertThat(store.keys(RemoteMasterKey.in(KmsOfTests.URI)).forReading(facts(ANNA)))
                .allMatch(key -> key.isPresent());
        assertThatThrownBy(() -> node().forReading(facts(ANNA))).hasMessageContaining("another master key");
    }

    @Test
    void only_this_machine_is_asked_without_tls() {
        assertThat(TransitServer.settings(URI.create("https://vault.example:8200"), "t", null))
                .asString()
                .contains("hcvault://vault.example:8200/transit/keys/patina")
                .doesNotContain("token");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitServer.settings(URI.create("http://vault.example:8200"), "t", null))
                .withMessageContaining("https");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitServer.settings(URI.create("https://vault.example"), null, null))
                .withMessageContaining("token");
    }
}
