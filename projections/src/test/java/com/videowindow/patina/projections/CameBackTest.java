package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.json.JsonData;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartPurge;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.runner.ProjectionDirectory;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of the read models from before an erasure are put back, as a snapshot does it, and bring nobody back. */
@Timeout(180)
class CameBackTest {
    private final SealedLog log = new SealedLog();
    private final Node node = Node.on(log, Elastic.emptied());
    private final ReadSide elasticsearch = node.the(ReadSide.class);
    private final Indices indices = node.the(Indices.class);
    private final Purge purge = node.the(Purge.class);

    @BeforeEach
    void two_people_were_here() {
        log.append(published(SPOONS), published(DOVETAILS));
        log.append(Lives.of(ANNA, 0));
        log.append(Lives.of(BERT, 1));
        node.caughtUp();
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    @Test
    void facts_go_again_and_folded_documents_are_as_the_end_of_the_keys_left_them() {
        personal().forEach(this::keep);
        log.erase(ANNA);
        node.caughtUp();
        Map<SubjectId, LogPosition> gone =
                Map.of(ANNA, node.the(Erasures.class).erasedAt(ANNA).orElseThrow());
        Map<String, Map<String, String>> after = documents();
        personal().forEach(this::putBack);
        assertThat(node.documents("interest-profiles"))
                .hasEntrySatisfying(ANNA.toString(), back -> assertThat(back).contains("facets"));
        String left = putBackBeside("consent-ledger");

        Map<String, Long> found = purge.purgeAgain(gone, log.head());

        assertThat(found)
                .containsOnlyKeys(personal())
                .containsEntry("interactions", 2L)
                .containsEntry("interest-profiles", 1L)
                .containsEntry("consent-ledger", 2L);
        assertThat(after).allSatisfy((name, documents) -> {
            Map<String, String> expected = new TreeMap<>(documents);
            expected.values().removeIf(document -> document.contains(ANNA.toString()));
            assertThat(node.documents(name)).as(name).isEqualTo(expected);
        });
        assertThat(Elastic.documents(elasticsearch, left)).containsOnlyKeys(BERT.toString());
        assertThat(purge.purgeAgain(gone, log.head())).isEmpty();
        assertThat(purge.remains(ANNA).values()).containsOnly(0L);
    }

    @Test
    void facts_of_a_part_go_again_and_what_was_folded_from_them_is_folded_again() {
        LogPosition deed = log.append(finishes(ANNA, SPOONS, 50));
        log.append(finishes(ANNA, DOVETAILS, 51));
        node.caughtUp();
        personal().forEach(this::keep);
        Set<LogPosition> gone = Set.of(deed);
        erasePart(gone);
        node.caughtUp();
        Map<SubjectId, LogPosition> started = node.the(OpenParts.class).started();
        PartPurge parts = node.the(PartPurge.class);
        parts.purge(node.the(OpenParts.class).open(), log.head());
        Map<String, Map<String, String>> after = documents();
        for (String name : List.of("interactions", "interest-profiles")) {
            putBack(name);
        }
        assertThat(node.documents("interactions")).containsKey(String.valueOf(deed.value()));
        assertThat(body("interest-profiles", ANNA)).isNotEqualTo(body(after.get("interest-profiles"), ANNA));
        String left = putBackBeside("interest-profiles");

        Map<String, Long> found = parts.purgeAgain(gone, started, log.head());

        assertThat(found).isEqualTo(Map.of("interactions", 1L, "interest-profiles", 2L));
        assertThat(node.documents("interactions")).isEqualTo(after.get("interactions"));
        assertThat(body("interest-profiles", ANNA)).isEqualTo(body(after.get("interest-profiles"), ANNA));
        assertThat(body("interest-profiles", BERT)).isEqualTo(body(after.get("interest-profiles"), BERT));
        assertThat(Elastic.documents(elasticsearch, left)).containsOnlyKeys(BERT.toString());
        assertThat(parts.purgeAgain(gone, started, log.head())).isEmpty();
    }

    @Test
    void a_part_goes_out_of_a_profile_onto_which_a_node_folded_the_next_deed_before_anybody_looked() {
        LogPosition deed = log.append(finishes(ANNA, SPOONS, 50));
        node.caughtUp();
        personal().forEach(this::keep);
        erasePart(Set.of(deed));
        node.caughtUp();
        for (String name : List.of("interactions", "interest-profiles")) {
            putBack(name);
        }
        node.close();
        try (SealedLog elsewhere = log.elsewhere();
                Node fresh = Node.on(elsewhere, SharedElasticsearch.uri())) {
            elsewhere.append(finishes(ANNA, DOVETAILS, 51));
            fresh.caughtUp();
            Map<SubjectId, LogPosition> started = fresh.the(OpenParts.class).started();
            String with = body(fresh.documents("interest-profiles"), ANNA);

            Map<String, Long> found = fresh.the(PartPurge.class).purgeAgain(Set.of(deed), started, elsewhere.head());

            assertThat(found).isEqualTo(Map.of("interactions", 1L, "interest-profiles", 1L));
            assertThat(body(fresh.documents("interest-profiles"), ANNA)).isNotEqualTo(with);
            elsewhere.append(finishes(ANNA, DOVETAILS, 52));
            fresh.caughtUp();
            String next = body(fresh.documents("interest-profiles"), ANNA);
            rebuild(fresh, "interest-profiles");
            assertThat(next).isEqualTo(body(fresh.documents("interest-profiles"), ANNA));
        }
    }

    private static void rebuild(Node node, String name) {
        Replays replays = node.the(Replays.class);
        replays.start("again", name, NOON);
        await().atMost(Node.PATIENCE)
                .until(() -> replays.find("again").orElseThrow().state() == State.COMPLETED);
    }

    private void erasePart(Set<LogPosition> gone) {
        ErasureId part = new ErasureId(new UUID(0x7000, 7));
        Actor self = new Actor(Actor.Kind.SUBJECT, ANNA);
        log.append(
                new PartErasureRequested(part, ANNA, self, Regulation.GDPR, NOON, NOON, null, NOON),
                new PartHidden(part, ANNA, Places.of(gone), NOON));
        log.append(new PartErasureStarted(part, ANNA, Set.of(DataCategory.INTERACTION), Places.of(gone), null, NOON));
    }

    private String body(String name, SubjectId person) {
        return body(node.documents(name), person);
    }

    private static String body(@Nullable Map<String, String> documents, SubjectId person) {
        String document = Objects.requireNonNull(documents).getOrDefault(person.toString(), "");
        return document.substring(document.indexOf("\"body\""));
    }

    @Test
    void a_hundred_thousand_people_are_looked_for_in_seconds() {
        Map<SubjectId, LogPosition> gone = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            gone.put(new SubjectId(new UUID(0x7000, i)), LogPosition.START);
        }
        Map<String, Map<String, String>> before = documents();

        assertThat(purge.purgeAgain(gone, log.head())).isEmpty();

        assertThat(documents()).isEqualTo(before);
    }

    private List<String> personal() {
        return node.the(ProjectionDirectory.class).all().stream()
                .filter(one -> one.model().isPersonal())
                .map(one -> one.model().name())
                .sorted()
                .toList();
    }

    private Map<String, Map<String, String>> documents() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        personal().forEach(name -> all.put(name, node.documents(name)));
        return all;
    }

    /** With the same files, so that versions are kept too. */
    private void keep(String name) {
        String live = indices.behind(name).orElseThrow();
        indices.block(live);
        elasticsearch.write(client -> client.indices()
                .clone(copy -> copy.index(live).target("kept-" + name).waitForActiveShards(one -> one.count(1))));
        indices.unblock(live);
    }

    private void putBack(String name) {
        String live = indices.behind(name).orElseThrow();
        indices.delete(live);
        elasticsearch.write(client -> client.indices().clone(copy -> copy.index("kept-" + name)
                .target(live)
                .aliases(name, one -> one.isWriteIndex(true))
                .aliases(Indices.forWriters(live), one -> one.isWriteIndex(true))
                .settings("index.blocks.write", JsonData.of(false))
                .waitForActiveShards(one -> one.count(1))));
    }

    private String putBackBeside(String name) {
        String beside = name + "-000009";
        elasticsearch.write(client -> client.indices().clone(copy -> copy.index("kept-" + name)
                .target(beside)
                .settings("index.blocks.write", JsonData.of(false))
                .waitForActiveShards(one -> one.count(1))));
        return beside;
    }
}
