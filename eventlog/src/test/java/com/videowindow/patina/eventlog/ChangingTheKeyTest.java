package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.CopyCheck;
import com.videowindow.patina.domain.audit.LogKeys;
import com.videowindow.patina.domain.audit.LogKeys.Place;
import com.videowindow.patina.domain.audit.ProofCheck;
import com.videowindow.patina.domain.audit.ProofCheck.Checked;
import com.videowindow.patina.domain.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that one key has signed, and another is to sign from then on. */
class ChangingTheKeyTest {
    private static final CheckpointKey FIRST = CheckpointKey.named("first.example/log");
    private static final CheckpointKey SECOND = CheckpointKey.named("second.example/log");
    private static final String BOTH = FIRST.verifier() + "\n" + SECOND.verifier() + "\n";

    private Path folder;
    private OpenLog open;
    private int messages;

    @BeforeEach
    void a_log_signed_by_the_first(@TempDir Path place) {
        folder = place;
        open = OpenLog.in(folder.resolve("mongo"));
        grow();
        signs(FIRST).sign();
        grow();
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void grow() {
        for (int until = messages + 10; messages < until; messages++) {
            open.log().facts().storeOnce(List.of(view(ANNA, "m" + messages)));
        }
    }

    private Evidence signs(CheckpointKey key, CheckpointKey... former) {
        return new Evidence(open.database(), keys(key, former));
    }

    private Keyring keys(CheckpointKey key, CheckpointKey... former) {
        List<String> before =
                List.of(former).stream().map(each -> each.verifier().toString()).toList();
        return new Keyring(key.secret(), before, folder);
    }

    private static void assertSound(Evidence evidence, int checkpoints) {
        assertThat(evidence.verify(List.of(), events -> {}))
                .isInstanceOfSatisfying(Verification.Sound.class, sound -> assertThat(sound.checkpoints())
                        .isEqualTo(checkpoints));
    }

    private static void assertDamaged(Verification found, String how) {
        assertThat(found).isInstanceOfSatisfying(Verification.Damaged.class, damaged -> assertThat(damaged.what())
                .contains(how));
    }

    @Test
    void a_second_key_signs_on_where_the_first_is_known_as_former() {
        Evidence evidence = signs(SECOND, FIRST);
        evidence.sign();
        assertSound(evidence, 2);
        assertThat(evidence.publicKeys()).isEqualTo(BOTH);
        keys(SECOND, FIRST).publish();
        assertThat(folder.resolve("keys").resolve("checkpoint.pub")).hasContent(BOTH);
    }

    @Test
    void the_second_signs_what_the_first_has_signed_already() {
        signs(FIRST).sign();
        Evidence evidence = signs(SECOND, FIRST);
        assertThat(Note.parse(evidence.sign()).signers()).startsWith("second.example/log+");
        assertSound(evidence, 3);
        assertThat(evidence.verify(List.of(signs(FIRST).checkpoint().orElseThrow()), events -> {}))
                .isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_key_that_does_not_know_the_one_before_signs_nothing() {
        Evidence stranger = signs(SECOND);
        for (Runnable signing : List.<Runnable>of(
                stranger::sign,
                () -> stranger.prove("0"),
                () -> stranger.checkpoint(LogPosition.of(3, 0)),
                () -> stranger.attestDamage("{}\n"))) {
            assertThatThrownBy(signing::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("last signed by first.example/log+")
                    .hasMessageContaining("PATINA_LOG_CHECKPOINT_KEY");
        }
        assertSound(signs(FIRST), 1);
        assertDamaged(stranger.verify(List.of(), events -> {}), "whose key is not known here");
    }

    @Test
    void a_home_without_a_key_makes_none_for_a_log_of_anothers() {
        Evidence stranger = new Evidence(open.database(), new Keyring(null, List.of(), folder.resolve("empty")));
        assertThatThrownBy(stranger::sign).hasMessageContaining("last signed by first.example/log+");
        assertThat(stranger.size()).isEqualTo(20);
        stranger.verify(List.of(), events -> {});
        assertThatThrownBy(() -> stranger.attestDamage("{}\n"))
                .hasMessageContaining("last signed by first.example/log+");
        change(note -> "nonsense");
        assertThatThrownBy(() -> stranger.attestDamage("{}\n")).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve("empty")).doesNotExist();
    }

    @Test
    void the_first_key_cannot_sign_on_after_the_second() {
        signs(SECOND, FIRST).sign();
        grow();
        assertThatThrownBy(() -> signs(FIRST).sign()).hasMessageContaining("last signed by second.example/log+");

        RawBlocks.End end = new RawBlocks(open.database()).end().orElseThrow();
        Note stolen = FIRST.sign(end.size(), end.root());
        assertDamaged(signs(SECOND, FIRST).verify(List.of(stolen.toString()), events -> {}), "signed by a former key");
        new Checkpoints(open.database()).keep(new Checkpoints.Kept(2, stolen));
        assertDamaged(signs(SECOND, FIRST).verify(List.of(), events -> {}), "signed by a former key");
    }

    @Test
    void named_keys_go_before_those_of_the_home() {
        Evidence evidence = signs(FIRST);
        String other = SECOND.verifier().toString();
        assertDamaged(evidence.verify(Optional.of(other), List.of(), events -> {}), "whose key is not known here");
        assertThat(evidence.verify(Optional.of(BOTH), List.of(), events -> {})).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void growth_since_what_the_first_signed_holds_for_who_has_both_keys() {
        String earlier = signs(FIRST).checkpoint().orElseThrow();
        String growth = signs(SECOND, FIRST).proveGrowth(10);
        ProofCheck offline = ServiceLoader.load(ProofCheck.class).findFirst().orElseThrow();
        assertThat(offline.check(growth, BOTH, Optional.of(earlier))).isInstanceOf(Checked.Holds.class);
        assertThat(offline.check(growth, SECOND.verifier().toString(), Optional.of(earlier)))
                .isInstanceOf(Checked.Fails.class);
        String backwards = SECOND.verifier() + "\n" + FIRST.verifier();
        assertThat(offline.check(growth, backwards, Optional.of(earlier)))
                .isInstanceOfSatisfying(
                        Checked.Fails.class, fails -> assertThat(fails.why()).contains("former key"));
    }

    @Test
    void a_copy_that_the_first_signed_holds_for_who_has_both_keys() {
        Path copy = folder.resolve("copy.log");
        new Backup(open.database(), signs(FIRST)).export(copy, LogPosition.START, passed -> {});
        signs(SECOND, FIRST).sign();
        CopyCheck offline = ServiceLoader.load(CopyCheck.class).findFirst().orElseThrow();
        assertThat(offline.check(List.of(copy), Optional.of(BOTH), passed -> {}))
                .isInstanceOf(Verification.Sound.class);
        String other = SECOND.verifier().toString();
        assertDamaged(
                offline.check(List.of(copy), Optional.of(other), passed -> {}), "is signed by first.example/log+");
    }

    @Test
    void a_changed_signature_is_told_apart_from_an_unknown_key() {
        change(note -> note.replace("\n10\n", "\n11\n"));
        assertDamaged(signs(FIRST).verify(List.of(), events -> {}), "was changed");
        change(note -> "nonsense");
        assertDamaged(signs(FIRST).verify(List.of(), events -> {}), "cannot be read");
    }

    @Test
    void that_something_was_changed_is_signed_where_nothing_else_is() {
        Evidence evidence = signs(FIRST);
        change(note -> note.replace("\n10\n", "\n11\n"));
        assertSignsDamageAlone(evidence);
        change(note -> "nonsense");
        assertSignsDamageAlone(evidence);
        open.database().getCollection("checkpoints").deleteMany(new Document());
        open.database().getCollection("blocks").deleteOne(Filters.eq("_id", 7L));
        assertSignsDamageAlone(evidence);
        assertThat(evidence.checkpoint()).as("of the log nothing is signed").isEmpty();
    }

    private static void assertSignsDamageAlone(Evidence evidence) {
        assertThatThrownBy(() -> evidence.attest("{}\n")).isInstanceOf(RuntimeException.class);
        Note note = Note.parse(evidence.attestDamage("{}\n"));
        assertThat(note.isSignedBy(FIRST.verifier())).isTrue();
    }

    private void change(UnaryOperator<String> change) {
        Document kept = open.database().getCollection("checkpoints").find().first();
        String note = Objects.requireNonNull(kept).getString("note");
        open.database()
                .getCollection("checkpoints")
                .replaceOne(Filters.eq("_id", 0L), new Document("_id", 0L).append("note", change.apply(note)));
    }

    @Test
    void a_checkpoint_that_was_taken_away_is_missed() {
        Evidence evidence = signs(FIRST);
        for (int i = 0; i < 9; i++) {
            evidence.sign();
            grow();
        }
        for (long taken : List.of(0L, 3L, 7L)) {
            Document note = open.database().getCollection("checkpoints").findOneAndDelete(Filters.eq("_id", taken));
            assertDamaged(evidence.verify(List.of(), events -> {}), "checkpoint " + taken);
            open.database().getCollection("checkpoints").insertOne(Objects.requireNonNull(note));
        }
        assertSound(evidence, 10);
    }

    @Test
    void a_home_is_given_another_key_and_knows_both() throws IOException {
        Path home = folder.resolve("home");
        LogKeys keys = ServiceLoader.load(LogKeys.class).findFirst().orElseThrow();
        Place place = new Place(home, Optional.empty(), List.of());
        assertThat(keys.known(place)).isEmpty();
        assertThat(keys.next("nobodys.example/log", place).former()).isEmpty();
        assertThat(home).doesNotExist();

        String first = new Keyring(null, List.of(), home).signer().verifier().toString();
        LogKeys.Next next = keys.replace("second.example/log", place);
        assertThat(next.former()).containsExactly(first);
        assertThat(keys.known(place)).isEqualTo(first + "\n" + next.publicKey() + "\n");
        assertThat(Files.readString(home.resolve("keys/checkpoint.pub"))).isEqualTo(keys.known(place));
        assertThat(new Keyring(null, List.of(), home).signer().secret()).isEqualTo(next.secret());

        Place configured = new Place(home, Optional.of(next.secret()), List.of());
        LogKeys.Next third = keys.next("third.example/log", configured);
        assertThat(third.former()).containsExactly(first, next.publicKey());
        Place later = new Place(home, Optional.of(third.secret()), List.of());
        assertThat(keys.known(later).lines()).containsExactly(first, next.publicKey(), third.publicKey());
        assertThatThrownBy(() -> keys.replace("fourth.example/log", later))
                .hasMessageContaining("says which key signs");
    }
}
