package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProofCheck;
import com.videowindow.patina.domain.audit.ProofCheck.Checked;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A log of three sections, the last of them not full; commits of 60 events, so that groups share blocks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedLogTest {
    private static final int COMMITS = 160;
    private static final int COMMIT = 60;
    private static final int EVENTS = COMMITS * COMMIT;
    private static final CheckpointKey KEY = CheckpointKey.named("signed.example/log");
    private static final String PUBLIC = KEY.verifier().toString();

    private final ProofCheck offline =
            ServiceLoader.load(ProofCheck.class).findFirst().orElseThrow();
    private final List<String> signed = new ArrayList<>();
    private OpenLog open;
    private Evidence evidence;

    @BeforeAll
    void a_log_that_is_signed_while_it_grows(@TempDir Path folder) {
        open = OpenLog.in(folder);
        evidence = new Evidence(open.database(), KEY);
        signed.add(evidence.sign());
        for (int commit = 0; commit < COMMITS; commit++) {
            open.log().storageEngine().appendEvents(commit(commit));
            if (commit % 37 == 5) {
                signed.add(evidence.sign());
            }
        }
        signed.add(evidence.sign());
    }

    private static List<DomainEventMessage<?>> commit(int number) {
        String stream = "consents/" + number;
        List<DomainEventMessage<?>> events = new ArrayList<>();
        IntStream.range(0, COMMIT).forEach(n -> events.add(event(stream, n, viewed(ANNA, "m" + n))));
        return events;
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void every_event_is_proved_to_whoever_has_the_public_key() {
        for (int index = 0; index < EVENTS; index += 89) {
            String key = EventKey.text("consents/" + index / COMMIT, index % COMMIT);
            Checked checked = check(evidence.prove(key).orElseThrow());
            int expected = index;
            assertThat(checked).isInstanceOfSatisfying(Checked.Holds.class, holds -> assertThat(holds.says())
                    .containsEntry("key", key)
                    .containsEntry("index", Integer.toString(expected))
                    .containsEntry("subject", ANNA.toString())
                    .containsEntry("log", "signed.example/log"));
        }
    }

    @Test
    void an_event_is_found_by_position_by_key_and_by_id() {
        Block block = new RawBlocks(open.database()).block(70).orElseThrow();
        LoggedEvent wanted = block.events().get(33);
        String proof = evidence.prove(wanted.key()).orElseThrow();
        assertThat(evidence.prove(wanted.id())).contains(proof);
        assertThat(evidence.prove(Long.toString(block.position(33).value()))).contains(proof);
        LoggedEvent newest = new RawBlocks(open.database())
                .block(COMMITS - 1)
                .orElseThrow()
                .events()
                .getLast();
        assertThat(evidence.prove(newest.id())).isPresent();
    }

    @Test
    void whom_a_proof_tells_of_is_known_before_it_is_made() {
        assertThat(evidence.named("consents/3@7")).containsExactly(ANNA);
        assertThat(evidence.named("consents/3@99")).isEmpty();
    }

    @Test
    void what_is_not_in_the_log_is_not_proved() {
        for (String nothing : List.of("99999999999", "consents/1@60", "0b5d8f4e-1111-4c7e-8f52-b6a0a3f6f0aa", "61")) {
            assertThat(evidence.prove(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void a_proof_is_the_same_after_a_restart_and_from_sections_that_were_spoilt() {
        String before = evidence.prove("consents/3@7").orElseThrow();
        assertThat(new Evidence(open.database(), KEY).prove("consents/3@7")).contains(before);

        open.database()
                .getCollection("sections")
                .updateOne(Filters.eq("_id", 1L), Updates.set("groups", new Binary(new byte[512])));
        assertThat(new Evidence(open.database(), KEY).prove("consents/3@7")).contains(before);
        assertThat(open.database().getCollection("sections").countDocuments()).isEqualTo(EVENTS / Section.SIZE);
    }

    @Test
    void the_log_grew_from_each_checkpoint_to_the_newest() {
        for (String earlier : signed) {
            long size = Checkpoint.of(Note.parse(earlier)).size();
            String growth = evidence.proveGrowth(size);
            assertThat(offline.check(growth, PUBLIC, Optional.of(earlier))).isInstanceOf(Checked.Holds.class);
            String other = KEY.sign(size, Hash.ZERO).toString();
            assertThat(offline.check(growth, PUBLIC, Optional.of(other))).isInstanceOf(Checked.Fails.class);
        }
        assertThatThrownBy(() -> evidence.proveGrowth(EVENTS + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void any_position_has_its_signed_root() {
        RawBlocks raw = new RawBlocks(open.database());
        Tree tree = Tree.EMPTY;
        for (int block = 0; block < 80; block++) {
            Block each = raw.block(block).orElseThrow();
            int offset = block % COMMIT;
            List<Hash> leaves = each.events().stream().map(LoggedEvent::leaf).toList();
            String note = evidence.checkpoint(each.position(offset)).orElseThrow();
            Tree expected = tree.plus(leaves.subList(0, offset + 1));
            assertThat(Checkpoint.of(Note.parse(note)))
                    .isEqualTo(new Checkpoint("signed.example/log", expected.size(), expected.root()));
            tree = tree.plus(leaves);
        }
        assertThat(evidence.checkpoint(LogPosition.of(COMMITS, 0))).isEmpty();
    }

    @Test
    void a_log_that_did_not_grow_is_not_signed_again() {
        assertThat(evidence.sign()).isEqualTo(signed.getLast());
        assertThat(evidence.checkpoint()).contains(signed.getLast());
    }

    @Test
    void the_whole_log_agrees_with_all_that_was_signed() {
        String elsewhere = evidence.checkpoint(LogPosition.of(11, 22)).orElseThrow();
        assertThat(evidence.verify(List.of(elsewhere), events -> {}))
                .isEqualTo(new Verification.Sound(open.log().inspection().status(), signed.size() + 1));
    }

    @Test
    void a_checkpoint_that_was_kept_elsewhere_shows_another_log() {
        String another = KEY.sign(700, Hash.ZERO).toString();
        assertThat(evidence.verify(List.of(another), events -> {}))
                .isInstanceOfSatisfying(Verification.Damaged.class, damaged -> assertThat(damaged.block())
                        .isEqualTo(699 / COMMIT));
    }

    @Test
    void another_key_and_a_changed_proof_do_not_hold() {
        String proof = evidence.prove("consents/0@0").orElseThrow();
        assertThat(offline.check(
                        proof,
                        CheckpointKey.named("signed.example/log").verifier().toString(),
                        Optional.empty()))
                .isInstanceOf(Checked.Fails.class);
        assertThat(check(proof.replace("index 0", "index 1"))).isInstanceOf(Checked.Fails.class);
        assertThat(check(proof.replace("\nextra A", "\nextra B"))).isInstanceOf(Checked.Fails.class);
        assertThat(check(proof.substring(0, 400))).isInstanceOf(Checked.Fails.class);
        assertThat(check("")).isInstanceOf(Checked.Fails.class);
    }

    private Checked check(String proof) {
        return offline.check(proof, PUBLIC, Optional.empty());
    }
}
