package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetterRetries;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private static final String LIKES = "likes-of-people";

    @Test
    void letters_of_a_key_are_tried_again_by_one_node_at_a_time_and_the_other_goes_on_from_there() throws Exception {
        Poison model = new Poison();
        try (OpenLog log = new OpenLog();
                Node working = Node.on(log, Elastic.emptied(), model)) {
            FeedbackGiven poison = likes(ANNA, SPOONS, 1);
            model.failOver(poison);
            FeedbackGiven before = likes(ANNA, SPOONS, 0);
            FeedbackGiven behind = likes(ANNA, SPOONS, 2);
            FeedbackGiven after = likes(ANNA, SPOONS, 3);
            log.append(before, poison, behind);
            working.caughtUp();
            model.mend();
            log.tokensAreTakenFromNowOn();
            try (Node other = Node.on(log, SharedElasticsearch.uri(), model)) {
                CountDownLatch gate = model.holdBack();
                CompletableFuture<Optional<Retried>> there = CompletableFuture.supplyAsync(() -> retry(other));
                await().until(() -> model.applied() == 1);
                assertThat(retry(working)).isEmpty();
                assertThat(model.applied()).isEqualTo(1);
                gate.countDown();
                assertThat(there.get(20, TimeUnit.SECONDS)).contains(new Retried(1, 0, 0, null));
                log.append(after);
                working.caughtUp();
                assertThat(working.documents(LIKES).get(ANNA.toString()))
                        .containsSubsequence(said(before), said(poison), said(behind), said(after));
            }
        }
    }

    private static String said(FeedbackGiven given) {
        return '"' + given.message().value() + '"';
    }

    private static Optional<Retried> retry(Node node) {
        return node.the(DeadLetterRetries.class).retry(LIKES, ANNA.toString());
    }

    @Test
    void whoever_waits_on_a_node_that_projects_nothing_is_let_go_by_the_one_that_does() {
        try (OpenLog log = new OpenLog();
                Node working = Node.on(log, Elastic.emptied())) {
            log.append(published(SPOONS));
            working.caughtUp();
            log.tokensAreTakenFromNowOn();
            try (Node idle = Node.on(log, SharedElasticsearch.uri())) {
                LogPosition position = log.append(finishes(ANNA, SPOONS, 1));
                ProjectionProgress progress = idle.the(ProjectionProgress.class);
                assertThat(progress.await(Set.of("interest-profiles", "catalog"), position, Duration.ofSeconds(20)))
                        .isTrue();
                assertThat(progress.all())
                        .filteredOn(status -> status.name().equals("interest-profiles"))
                        .allMatch(status -> status.segments() == 0 && status.lagEvents() == 0);
                assertThat(idle.the(InterestProfiles.class).find(ANNA).position())
                        .isEqualTo(position);
            }
        }
    }
}
