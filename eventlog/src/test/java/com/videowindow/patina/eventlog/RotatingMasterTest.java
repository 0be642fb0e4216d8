package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import com.videowindow.patina.domain.privacy.MasterRotation.Rotated;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.MasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Sealed;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import com.videowindow.patina.eventlog.privacy.RemoteMasterKey;
import com.videowindow.patina.eventlog.privacy.StoredRotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner replaces the master key, by {@code keys rotate}, does away with the former, and nobody loses anything. */
class RotatingMasterTest {
    private static final byte[] SECRET = {1, 2, 3};
    private static final byte[] ABOUT = {4};
    private static final List<SubjectId> FIFTY =
            IntStream.range(0, 50).mapToObj(n -> new SubjectId(new UUID(5, n))).toList();

    private final TransitServer vault = new TransitServer();
    private Path folder;
    private OpenLog store;
    private final List<byte[]> sealed = new ArrayList<>();

    @BeforeEach
    void open(@TempDir Path home) {
        folder = home;
        store = OpenLog.in(home.resolve("mongo"));
    }

    @AfterEach
    void close() {
        store.close();
        vault.close();
    }

    private MasterKey ownersVault() {
        return RemoteMasterKey.in(TransitServer.settings(vault.address(), TransitServer.TOKEN, null, false));
    }

    private static Use use(SubjectId person) {
        return new Use(person, DataCategory.INTERACTION, NOON);
    }

    private void seal(MasterKey master) throws GeneralSecurityException {
        sealed.clear();
        for (Optional<Aead> key :
                store
                        .keys(master)
                        .forWriting(FIFTY.stream().map(RotatingMasterTest::use).toList())
                        .stream()
                        .map(sealing -> sealing.map(PayloadKeys.Sealing::key))
                        .toList()) {
            sealed.add(key.orElseThrow().encrypt(SECRET, ABOUT));
        }
    }

    /** By a node that remembers nothing. */
    private void assertNobodyLost(MasterKey master) throws GeneralSecurityException {
        List<Optional<PayloadKeys.Opening>> found = store.keys(master)
                .forReading(FIFTY.stream()
                        .map(person -> new Sealed(use(person), 0, "a fact"))
                        .toList());
        for (int i = 0; i < FIFTY.size(); i++) {
            assertThat(found.get(i).orElseThrow().key().decrypt(sealed.get(i), ABOUT))
                    .isEqualTo(SECRET);
        }
    }

    private Rotated rotate(MasterKey master) {
        return new StoredRotation(store.keys(master)).rotate(reached -> {});
    }

    @Test
    void versions_of_vault_that_its_owner_renews_can_be_trimmed_after_it() throws Exception {
        seal(ownersVault());
        vault.key().rotated();
        PayloadKeys keys = store.keys(ownersVault());
        keys.destroy(ANNA, NOON);
        assertThat(keys.scrub(List.of(ANNA))).isFalse();

        assertThat(rotate(ownersVault())).isEqualTo(new Rotated(Master.VAULT, 256, false, OptionalInt.of(2)));

        vault.key().trimmedTo(2);
        assertNobodyLost(ownersVault());
    }

    @Test
    void without_it_trimming_takes_everybody_with_it() throws Exception {
        seal(ownersVault());
        vault.key().rotated();

        vault.key().trimmedTo(2);

        assertThatThrownBy(() -> assertNobodyLost(ownersVault())).isInstanceOf(KeysUnavailable.class);
        assertThatThrownBy(() -> rotate(ownersVault()))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("another master key");
    }

    @Test
    void a_key_of_vault_that_is_ours_to_renew_is_made_anew_and_the_former_deleted() throws Exception {
        MasterKey ours = RemoteMasterKey.in(TransitServer.settings(vault.address(), TransitServer.TOKEN, null));
        seal(ours);

        assertThat(rotate(ours)).isEqualTo(new Rotated(Master.VAULT, 256, true, OptionalInt.of(2)));

        assertThat(vault.key().minAvailable()).isEqualTo(2);
        assertNobodyLost(ours);
    }

    @Test
    void one_of_any_other_service_is_asked_to_wrap_again() throws Exception {
        MasterKey service = RemoteMasterKey.in(KmsOfTests.URI);
        seal(service);

        assertThat(rotate(service)).isEqualTo(new Rotated(Master.SERVICE, 256, false, OptionalInt.empty()));

        assertNobodyLost(RemoteMasterKey.in(KmsOfTests.URI));
    }

    @Test
    void a_file_that_leaked_opens_nothing_after_it() throws Exception {
        seal(LocalMasterKey.of(folder));
        Path file = folder.resolve("keys").resolve(LocalMasterKey.FILE);
        Path leaked = Files.createDirectories(folder.resolve("elsewhere/keys")).resolve(LocalMasterKey.FILE);
        Files.copy(file, leaked);

        assertThat(rotate(LocalMasterKey.of(folder)))
                .isEqualTo(new Rotated(Master.FILE, 256, true, OptionalInt.empty()));

        assertNobodyLost(LocalMasterKey.of(folder));
        assertThat(Files.readString(file)).containsOnlyOnce("\"keyId\"").isNotEqualTo(Files.readString(leaked));
        assertThatThrownBy(() -> assertNobodyLost(LocalMasterKey.of(folder.resolve("elsewhere"))))
                .isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void a_store_without_people_is_whole_after_it_too() {
        assertThat(rotate(LocalMasterKey.of(folder)).shards()).isEqualTo(256);
        assertThat(store.keysDatabase().getCollection("shards").countDocuments())
                .isEqualTo(256);
    }

    @Test
    void it_tells_how_far_it_is() throws Exception {
        seal(LocalMasterKey.of(folder));
        List<Integer> reached = new ArrayList<>();

        new StoredRotation(store.keys(LocalMasterKey.of(folder))).rotate(reached::add);

        assertThat(reached).isSorted().endsWith(254, 255, 256, 256);
    }

    @Test
    void broken_off_at_any_step_and_said_again_it_loses_nothing_in_vault() throws Exception {
        seal(ownersVault());
        rotate(ownersVault()); // makes all shards
        for (int steps : steps(ownersVault())) {
            vault.key().rotated();
            breakOff(ownersVault(), steps);
            assertNobodyLost(ownersVault());
            assertThat(rotate(ownersVault()).version()).hasValue(vault.key().latest());
            vault.key().trimmedTo(vault.key().latest());
            assertNobodyLost(ownersVault());
        }
    }

    @Test
    void broken_off_at_any_step_and_said_again_it_loses_nothing_in_a_file()
            throws IOException, GeneralSecurityException {
        seal(LocalMasterKey.of(folder));
        rotate(LocalMasterKey.of(folder));
        for (int steps : steps(LocalMasterKey.of(folder))) {
            breakOff(LocalMasterKey.of(folder), steps);
            assertNobodyLost(LocalMasterKey.of(folder));
            rotate(LocalMasterKey.of(folder));
            assertNobodyLost(LocalMasterKey.of(folder));
            assertThat(Files.readString(folder.resolve("keys").resolve(LocalMasterKey.FILE)))
                    .containsOnlyOnce("\"keyId\"");
        }
    }

    /** After the first, amid them, before the last, and after it: between two of the others nothing is stored. */
    private int[] steps(MasterKey master) {
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        rotate(new BreakingMaster(master, left));
        int all = Integer.MAX_VALUE - left.get();
        return new int[] {0, 1, 2, all / 2, all - 2, all - 1};
    }

    private void breakOff(MasterKey master, int steps) {
        assertThatThrownBy(() -> rotate(new BreakingMaster(master, new AtomicInteger(steps))))
                .hasMessage("the power went");
    }
}
