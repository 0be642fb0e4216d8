package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.EndingCompleted;
import com.videowindow.patina.domain.retention.EndingId;
import com.videowindow.patina.domain.retention.EndingStarted;
import com.videowindow.patina.domain.retention.Periods;
import com.videowindow.patina.domain.retention.PeriodsEnded;
import com.videowindow.patina.domain.retention.Refolding;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.query.recommendation.Crowd;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has ended leaves read models and memory of every node, whichever of them rebuilds, and does not come back. */
class EndedPeriodsTest {
    private static final YearMonth OLD = YearMonth.of(2020, 3);
    private static final EndingId ENDING = EndingId.of("5f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a12");
    private static final SubjectId BEN = SubjectId.of("0192f0c1-0000-7000-8000-0000000000be");
    private static final EndingId AFTERWARDS = EndingId.of("5f1b7c70-9f55-4c3a-8d4e-2b8f4f6f0a13");
    private static final List<RetentionPeriod> OVER = List.of(new RetentionPeriod(DataCategory.INTERACTION, OLD));

    private final SealedLog log = new SealedLog();
    private final Node node = Node.on(log, Elastic.emptied());
    private final Crowd crowd = node.the(Crowd.class);

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    /** As the engine does it. */
    private void end() {
        end(ENDING, Set.of());
    }

    private void end(EndingId ending, Set<SubjectId> held) {
        Instant now = Instant.now();
        log.append(new EndingStarted(ending, 0, OVER, null, now));
        Periods periods = log.periods();
        Set<SubjectId> apart =
                periods.end(OVER, held, node.the(Retentions.class).now().apart(), now);
        log.append(new PeriodsEnded(ending, OVER, apart.isEmpty() ? null : List.copyOf(apart), log.head(), now));
    }

    private static boolean isRefolded(Node by) {
        Ending ending = by.the(Retentions.class).now().open().orElseThrow();
        try {
            by.the(Refolding.class).refold(ending, Instant.now());
            return true;
        } catch (NotYet e) {
            return false;
        }
    }

    @BeforeEach
    void months_pass() {
        log.append(published(SPOONS), published(DOVETAILS));
        log.append(allows(ANNA, Purpose.PERSONALIZATION), allows(ANNA, Purpose.TRAINING));
        log.appendIn(OLD, finishes(ANNA, SPOONS, 0));
        log.append(finishes(ANNA, DOVETAILS, 1));
        node.caughtUp();
        await().until(() -> crowd.trending().share(SPOONS) > 0);
    }

    @Test
    void a_node_that_remembers_how_it_was_does_without_it_and_writes_nothing_back() {
        try (SealedLog elsewhere = log.elsewhere();
                Node beside = Node.on(elsewhere, SharedElasticsearch.uri())) {
            beside.caughtUp();
            end();
            beside.caughtUp();
            await().atMost(Node.PATIENCE).until(() -> isRefolded(beside));
        }
        log.append(finishes(ANNA, DOVETAILS, 2));
        node.caughtUp();

        assertThat(node.documents("interactions")).hasSize(2);
        for (String name : List.of("interest-profiles", "interactions")) {
            assertThat(rebuilt(name)).contains("identical field by field");
        }
        await().until(() -> crowd.trending().share(SPOONS) == 0);
        assertThat(crowd.trending().share(DOVETAILS)).isPositive();
    }

    @Test
    void another_node_goes_on_when_the_one_that_rebuilds_is_gone() {
        end();
        try (SealedLog elsewhere = log.elsewhere();
                Node beside = Node.on(elsewhere, SharedElasticsearch.uri())) {
            beside.caughtUp();
            elsewhere.leave();
            assertThat(isRefolded(beside)).isFalse();
        }
        await().atMost(Node.PATIENCE).until(() -> isRefolded(node));

        assertThat(node.documents("interactions")).hasSize(1);
        await().untilAsserted(() -> assertThat(node.indices())
                .filteredOn(name -> name.startsWith("interactions-"))
                .hasSize(1));
    }

    @Test
    void what_is_held_of_one_person_stays_wherever_it_was_and_goes_once_nothing_holds_it() {
        log.append(allows(BEN, Purpose.PERSONALIZATION), allows(BEN, Purpose.TRAINING));
        log.appendIn(OLD, finishes(BEN, SPOONS, 3));
        node.caughtUp();
        assertThat(node.documents("interactions")).hasSize(3);

        end(ENDING, Set.of(ANNA));
        await().atMost(Node.PATIENCE).until(() -> isRefolded(node));
        log.append(new EndingCompleted(ENDING, Instant.now()));
        node.caughtUp();
        assertThat(node.documents("interactions").values()).hasSize(2).allSatisfy(document -> assertThat(document)
                .contains(ANNA.toString()));
        for (String name : List.of("interest-profiles", "interactions")) {
            assertThat(rebuilt(name)).contains("identical field by field");
        }
        assertThat(crowd.trending().share(SPOONS)).as("Anna's").isPositive();

        end(AFTERWARDS, Set.of());
        await().atMost(Node.PATIENCE).until(() -> isRefolded(node));
        assertThat(node.documents("interactions")).hasSize(1);
        for (String name : List.of("interest-profiles", "interactions")) {
            assertThat(rebuilt(name)).contains("identical field by field");
        }
        await().until(() -> crowd.trending().share(SPOONS) == 0);
    }

    private String rebuilt(String name) {
        Replays replays = node.the(Replays.class);
        String again = "again-" + UUID.randomUUID();
        replays.start(again, name, NOON);
        await().atMost(Node.PATIENCE)
                .until(() -> replays.find(again).orElseThrow().state() == State.COMPLETED);
        return String.valueOf(replays.find(again).orElseThrow().outcome());
    }
}
