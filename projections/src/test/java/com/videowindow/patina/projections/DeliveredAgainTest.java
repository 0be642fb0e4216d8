package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.embedded.SharedElasticsearch;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveredAgainTest extends OneNode {
    @Test
    void a_node_that_lost_all_its_tokens_changes_no_document_by_reading_everything_again() {
        log.append(published(SPOONS), allows(ANNA, Purpose.PERSONALIZATION));
        log.append(finishes(ANNA, SPOONS, 0), likes(ANNA, SPOONS, 1), finishes(ANNA, SPOONS, 2));
        node.caughtUp();
        Map<String, String> profiles = node.documents("interest-profiles");
        Map<String, String> interactions = node.documents("interactions");
        node.close();
        log.forgetTokens();
        try (Node again = Node.on(log, SharedElasticsearch.uri()).caughtUp()) {
            assertThat(again.documents("interest-profiles")).isEqualTo(profiles).hasSize(1);
            assertThat(again.documents("interactions")).isEqualTo(interactions).hasSize(2);
        }
    }

    @Test
    void whoever_waits_is_let_go_for_events_that_the_read_model_passes_over_too() {
        LogPosition position = log.append(published(SPOONS));
        node.caughtUp();
        assertThat(node.the(ProjectionProgress.class)
                        .await(Set.of("feedback", "trails", "memory"), position, Duration.ofMillis(1)))
                .isTrue();
    }

    @Test
    void whoever_waits_for_what_is_not_there_yet_gets_their_thread_back_in_time() {
        LogPosition beyond = new LogPosition(log.append(published(SPOONS)).value() + 1);
        node.caughtUp();
        long start = System.nanoTime();
        assertThat(node.the(ProjectionProgress.class)
                        .await(Set.of("feedback", "catalog"), beyond, Duration.ofMillis(200)))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(190), Duration.ofSeconds(5));
    }

    @Test
    void a_restarted_node_knows_where_it_stands_without_a_new_event() {
        LogPosition position = log.append(allows(ANNA, Purpose.PERSONALIZATION), finishes(ANNA, SPOONS, 0));
        node.caughtUp();
        node.close();
        try (Node again = Node.on(log, SharedElasticsearch.uri()).caughtUp()) {
            assertThat(again.the(ProjectionProgress.class).all())
                    .allMatch(status -> status.position().equals(position) && status.lagEvents() == 0);
            assertThat(again.the(CurrentConsents.class).allows(ANNA, Purpose.PERSONALIZATION))
                    .isTrue();
        }
    }
}
