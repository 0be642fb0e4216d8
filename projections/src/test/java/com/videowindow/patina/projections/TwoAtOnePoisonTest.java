package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.likes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.audit.DeadLetterRetries;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who see to the same poisoned event. */
class TwoAtOnePoisonTest {
    private final OpenLog log = new OpenLog();
    private final Poison model = new Poison();
    private final FeedbackGiven poison = likes(ANNA, DOVETAILS, 0);
    private final Node node = Node.on(log, Elastic.emptied(), model);

    @BeforeEach
    void a_poisoned_event() {
        model.failOver(poison);
        log.append(poison, likes(ANNA, SPOONS, 1));
        node.caughtUp();
        model.mend();
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    private Optional<Retried> retry() {
        return node.the(DeadLetterRetries.class).retry(model.name(), ANNA.toString());
    }

    @Test
    void whoever_tries_again_while_another_does_tries_nothing() throws Exception {
        CountDownLatch gate = model.holdBack();
        CompletableFuture<Optional<Retried>> first = CompletableFuture.supplyAsync(this::retry);
        await().atMost(Node.PATIENCE).until(() -> model.applied() == 1);
        assertThat(retry()).isEmpty();
        assertThat(node.the(DeadLetters.class).count(model.name())).isEqualTo(2);
        gate.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS))
                .hasValueSatisfying(tried -> assertThat(tried.failed()).isZero());
    }

    @Test
    void a_rebuild_does_not_take_its_place_with_what_another_evicts_meanwhile() {
        Replays replays = node.the(Replays.class);
        CountDownLatch gate = model.holdBack();
        replays.start("with", model.name(), NOON);
        await().atMost(Node.PATIENCE).until(() -> model.applied() == 1);
        node.the(DeadLetters.class).evict(model.name(), ANNA.toString(), null, "cannot be", BERT, NOON.plusSeconds(1));
        gate.countDown();
        await().atMost(Node.PATIENCE)
                .until(() -> replays.find("with").map(ReplayStatus::state).orElseThrow() == State.FAILED);
        assertThat(replays.find("with").orElseThrow().outcome()).contains("events were evicted since it began");

        replays.start("without", model.name(), NOON.plusSeconds(2));
        await().atMost(Node.PATIENCE)
                .until(() -> replays.find("without").map(ReplayStatus::state).orElseThrow() == State.COMPLETED);
        assertThat(node.documents(model.name())).doesNotContainKey(ANNA.toString());
    }
}
