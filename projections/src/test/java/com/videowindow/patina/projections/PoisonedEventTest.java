package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.likes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.audit.DeadLetterRetries;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.DeadSequence;
import com.videowindow.patina.domain.audit.Eviction;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ProjectionStatus;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.embedded.SharedElasticsearch;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoisonedEventTest {
    private static final String LIKES = "likes-of-people";

    private final OpenLog log = new OpenLog();
    private final Poison model = new Poison();
    private final FeedbackGiven before = likes(ANNA, SPOONS, 0);
    private final FeedbackGiven poison = likes(ANNA, DOVETAILS, 1);
    private final FeedbackGiven behind = likes(ANNA, SPOONS, 2);
    private final FeedbackGiven ofBert = likes(BERT, SPOONS, 3);
    private Node node = node(Elastic.emptied());

    private Node node(URI elasticsearch) {
        return Node.on(log, elasticsearch, model);
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    private DeadLetters letters() {
        return node.the(DeadLetters.class);
    }

    private DeadSequence ofAnna() {
        return letters().find(LIKES, ANNA.toString()).orElseThrow();
    }

    private void aBatchWithPoison() {
        model.failOver(poison);
        log.append(before, poison, behind, ofBert);
        node.caughtUp();
    }

    @Test
    void costs_only_what_follows_of_its_person() {
        aBatchWithPoison();
        assertThat(node.documents(LIKES).get(BERT.toString()))
                .contains(ofBert.message().value());
        assertThat(node.documents(LIKES).get(ANNA.toString()))
                .contains(before.message().value())
                .doesNotContain(poison.message().value(), behind.message().value());
        assertThat(ofAnna().waiting()).hasSize(2);
        assertThat(ofAnna().first().position().value()).isEqualTo(1);
        assertThat(ofAnna().first().cause()).isEqualTo("java.lang.IllegalStateException");
        assertThat(ofAnna().first().message()).contains("Poison.apply").doesNotContain(ANNA.toString());
        assertThat(ofAnna().waiting().getLast().cause()).isNull();
    }

    @Test
    void is_tried_again_and_leaves_the_document_as_if_it_had_never_failed() {
        aBatchWithPoison();
        FeedbackGiven later = likes(ANNA, DOVETAILS, 4);
        log.append(later);
        node.caughtUp();
        assertThat(ofAnna().letters()).isEqualTo(3);
        assertThat(retry()).isEqualTo(outcome(0, 1));
        model.mend();
        assertThat(retry()).isEqualTo(outcome(1, 0));
        assertThat(letters().sequences(null, null, 10)).isEmpty();
        log.append(likes(ANNA, SPOONS, 5));
        node.caughtUp();
        Map<String, String> mended = node.documents(LIKES);
        assertThat(rebuilt("anew").outcome()).contains("identical field by field");
        assertThat(node.documents(LIKES)).isEqualTo(mended);
    }

    private Retried retry() {
        return node.the(DeadLetterRetries.class).retryAll(LIKES, null);
    }

    private static Retried outcome(int mended, int failed) {
        return new Retried(mended, failed, 0, null);
    }

    @Test
    void waits_over_a_restart_and_is_told_of() {
        aBatchWithPoison();
        node.close();
        node = node(SharedElasticsearch.uri());
        log.append(likes(ANNA, SPOONS, 4));
        node.caughtUp();
        assertThat(ofAnna().letters()).isEqualTo(3);
        ProjectionStatus status = node.the(ProjectionProgress.class).all().stream()
                .filter(each -> each.name().equals(LIKES))
                .findFirst()
                .orElseThrow();
        assertThat(status.deadLetters()).isEqualTo(3);
        assertThat(status.lagEvents()).isZero();
        assertThat(status.error()).isNull();
        assertThat(node.the(MeterRegistry.class)
                        .get("patina.deadletters")
                        .tag("projection", LIKES)
                        .gauge()
                        .value())
                .isEqualTo(3);
    }

    @Test
    void is_left_out_for_a_reason_that_is_kept() {
        aBatchWithPoison();
        Eviction eviction = letters()
                .evict(LIKES, ANNA.toString(), ofAnna().first().position(), "cannot be", BERT, NOON)
                .orElseThrow();
        assertThat(letters().evictions(10)).containsExactly(eviction);
        assertThat(ofAnna().letters()).isEqualTo(1);
        assertThat(retry()).isEqualTo(outcome(1, 0));
        assertThat(node.documents(LIKES).get(ANNA.toString()))
                .contains(behind.message().value())
                .doesNotContain(poison.message().value());
        assertThat(rebuilt("without").state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void stays_left_out_when_the_log_is_read_again_from_its_start() {
        aBatchWithPoison();
        letters().evict(LIKES, ANNA.toString(), null, "cannot be", BERT, NOON);
        model.mend();
        loseTokensAndDocuments();
        FeedbackGiven later = likes(ANNA, DOVETAILS, 4);
        log.append(later);
        node.caughtUp();
        assertThat(node.documents(LIKES).get(ANNA.toString()))
                .contains(before.message().value(), later.message().value())
                .doesNotContain(poison.message().value(), behind.message().value());
        assertThat(letters().sequences(LIKES, null, 10)).isEmpty();
        assertThat(rebuilt("without").outcome()).contains("identical field by field");
    }

    private void loseTokensAndDocuments() {
        node.close();
        log.forgetTokens();
        node = node(Elastic.emptied());
    }

    @Test
    void keeps_nothing_waiting_that_came_before_it_when_the_log_is_read_again() {
        aBatchWithPoison();
        loseTokensAndDocuments();
        log.append(likes(BERT, DOVETAILS, 4));
        node.caughtUp();
        assertThat(ofAnna().waiting()).hasSize(2);
        model.mend();
        assertThat(retry()).isEqualTo(outcome(1, 0));
        assertThat(node.documents(LIKES).get(ANNA.toString()))
                .contains(
                        before.message().value(),
                        poison.message().value(),
                        behind.message().value());
    }

    @Test
    void that_breaks_the_program_is_told_of_and_tried_until_it_does_not() {
        model.breakWith(new StackOverflowError(ANNA.toString()));
        log.append(before);
        // An index that is just being made may be told of first.
        await().atMost(Node.PATIENCE)
                .untilAsserted(() -> assertThat(error()).isEqualTo("failed with StackOverflowError"));
        model.mend();
        node.caughtUp();
        assertThat(error()).isNull();
        assertThat(node.documents(LIKES)).containsKey(ANNA.toString());
    }

    private @Nullable String error() {
        return node.the(ProjectionProgress.class).all().stream()
                .filter(each -> each.name().equals(LIKES))
                .findFirst()
                .orElseThrow()
                .error();
    }

    @Test
    void is_tried_again_for_two_seconds_at_a_time() throws Exception {
        FeedbackGiven alsoPoison = likes(BERT, DOVETAILS, 4);
        model.failOver(poison);
        model.failOver(alsoPoison);
        log.append(poison, behind, alsoPoison);
        node.caughtUp();
        model.mend();
        CountDownLatch gate = model.holdBack();
        CompletableFuture<Retried> first = CompletableFuture.supplyAsync(this::retry);
        assertThatThrownBy(() -> first.get(2_100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        gate.countDown();
        Retried some = first.get(5, TimeUnit.SECONDS);
        assertThat(some).isEqualTo(new Retried(0, 0, 2, ANNA.toString()));
        assertThat(ofAnna().waiting()).hasSize(1);
        assertThat(node.the(DeadLetterRetries.class).retryAll(LIKES, some.next()))
                .isEqualTo(outcome(2, 0));
    }

    @Test
    void stops_the_processor_when_no_more_can_wait() {
        model.failOver(poison);
        log.append(poison);
        for (int i = 0; i < OpenLog.MOST_LETTERS; i++) {
            log.append(likes(ANNA, SPOONS, i));
        }
        await().atMost(Node.PATIENCE).until(() -> node.the(ProjectionProgress.class).all().stream()
                .anyMatch(each -> each.name().equals(LIKES)
                        && each.error() != null
                        && each.error().contains("No more dead letters fit")));
        assertThat(ofAnna().letters()).isEqualTo(OpenLog.MOST_LETTERS);
    }

    @Test
    void of_which_elasticsearch_takes_no_document_is_poisoned_too() {
        model.swellOver(poison);
        log.append(before, poison, ofBert);
        node.caughtUp();
        assertThat(ofAnna().first().cause()).endsWith("DocumentRefused");
        assertThat(node.documents(LIKES)).containsKeys(ANNA.toString(), BERT.toString());
        model.mend();
        assertThat(retry()).isEqualTo(outcome(1, 0));
        assertThat(node.documents(LIKES).get(ANNA.toString()))
                .contains(poison.message().value());
    }

    @Test
    void ends_a_rebuild_by_name_and_is_no_letter_any_more_after_one_that_took_it_in() {
        aBatchWithPoison();
        ReplayStatus failed = rebuilt("first");
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.outcome()).contains("position 1 with IllegalStateException");
        model.mend();
        assertThat(rebuilt("second").state()).isEqualTo(State.COMPLETED);
        await().atMost(Node.PATIENCE)
                .until(() -> letters().sequences(LIKES, null, 10).isEmpty());
        assertThat(node.documents(LIKES).get(ANNA.toString()))
                .contains(poison.message().value(), behind.message().value());
    }

    private ReplayStatus rebuilt(String id) {
        Replays replays = node.the(Replays.class);
        replays.start(id, LIKES, NOON);
        await().atMost(Node.PATIENCE).until(() -> replays.find(id)
                .filter(one -> one.state() == State.COMPLETED || one.state() == State.FAILED)
                .isPresent());
        return replays.find(id).orElseThrow();
    }
}
