package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.DeadLetterRetries;
import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ProjectionStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.audit.Retried;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.embedded.SharedElasticsearch;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the real log, beside nodes of a newer version. */
class UnknownEventTest {
    private static final String FEEDBACK = "feedback";

    private final RealLog log = new RealLog();
    private final Poison model = new Poison();
    private Node node = node(Elastic.emptied());

    private Node node(URI elasticsearch) {
        return Node.on(log, elasticsearch, model);
    }

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    private ProjectionStatus status(String name) {
        return node.the(ProjectionProgress.class).all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitStop(String name) {
        await().atMost(Node.PATIENCE)
                .until(() -> status(name).error() != null && !status(name).running());
    }

    private double stopped(String name) {
        return node.the(MeterRegistry.class)
                .get("patina.projection.stopped")
                .tag("projection", name)
                .gauge()
                .value();
    }

    @Test
    void stops_those_whom_it_may_concern_before_it_and_nobody_else() {
        FeedbackGiven before = likes(ANNA, SPOONS, 0);
        log.give(before);
        LogPosition last = log.head();
        log.appendAs("FeedbackTakenBack", FEEDBACK, likes(ANNA, DOVETAILS, 1));
        log.append(published(SPOONS));
        awaitStop(FEEDBACK);

        assertThat(status(FEEDBACK).error()).contains("stopped before position", "FeedbackTakenBack", "does not know");
        await().atMost(Node.PATIENCE).until(() -> status(FEEDBACK).position().equals(last));
        assertThat(node.documents(FEEDBACK)).hasSize(1);
        assertThat(stopped(FEEDBACK)).isEqualTo(1);
        assertThat(stopped("catalog")).isZero();
        assertThat(node.the(ProjectionProgress.class).await(Set.of("catalog", "trails"), log.head(), Node.PATIENCE))
                .isTrue();
        assertThat(status("catalog").error()).isNull();
        assertThat(node.documents("catalog")).hasSize(1);
    }

    @Test
    void of_a_kind_that_nobody_knows_may_concern_everybody() {
        log.appendAs("TeaBrewed", "teahouse", published(SPOONS));
        for (String name : node.names()) {
            awaitStop(name);
        }
        await().until(() -> status("memory").error() != null);
    }

    @Test
    void is_handled_in_its_place_by_a_version_that_knows_it() {
        log.give(likes(ANNA, SPOONS, 0));
        log.appendAs("FeedbackTakenBack", FEEDBACK, likes(BERT, DOVETAILS, 1));
        log.give(likes(BERT, SPOONS, 2));
        awaitStop(model.name());
        assertThat(node.documents(model.name())).containsOnlyKeys(ANNA.toString());

        node.close();
        log.knows("FeedbackTakenBack", "FeedbackGiven");
        node = node(SharedElasticsearch.uri()).caughtUp();

        assertThat(status(model.name()).error()).isNull();
        assertThat(node.documents(model.name())).containsOnlyKeys(ANNA.toString(), BERT.toString());
        assertThat(node.documents(FEEDBACK)).hasSize(3);
    }

    @Test
    void is_taken_over_by_a_node_that_knows_it_while_the_others_still_run() {
        log.give(likes(ANNA, SPOONS, 0));
        log.appendAs("FeedbackTakenBack", FEEDBACK, likes(BERT, DOVETAILS, 1));
        awaitStop(FEEDBACK);
        try (RealLog known = log.asKnownBy("FeedbackTakenBack", "FeedbackGiven");
                Node newer = Node.on(known, SharedElasticsearch.uri(), new Poison())) {
            newer.caughtUp();
            assertThat(newer.documents(FEEDBACK)).hasSize(2);
            assertThat(node.the(ProjectionProgress.class).await(Set.of(FEEDBACK), log.head(), Node.PATIENCE))
                    .isTrue();
            assertThat(status(FEEDBACK).error()).contains("FeedbackTakenBack");
        }
    }

    @Test
    void among_consents_takes_all_consents_back_at_once() {
        log.append(allows(ANNA, Purpose.PERSONALIZATION));
        CurrentConsents consents = node.the(CurrentConsents.class);
        await().until(() -> consents.allows(ANNA, Purpose.PERSONALIZATION));

        log.appendAs("EverythingWithdrawn", "consents", allows(ANNA, Purpose.TRAINING));

        await().atMost(Duration.ofSeconds(3)).until(() -> !consents.allows(ANNA, Purpose.PERSONALIZATION));
        assertThat(status("memory").error()).contains("EverythingWithdrawn");
        assertThat(status("memory").running()).isFalse();
        assertThat(stopped("memory")).isEqualTo(1);
        assertThat(status("catalog").error()).isNull();
    }

    @Test
    void that_concerns_no_view_in_memory_leaves_memory_as_it_is() {
        log.append(allows(ANNA, Purpose.PERSONALIZATION));
        log.appendAs("ListShared", "served", published(DOVETAILS));
        log.append(published(SPOONS));
        awaitStop("trails");

        assertThat(node.the(ProjectionProgress.class).await(Set.of("memory"), log.head(), Node.PATIENCE))
                .isTrue();
        assertThat(node.the(CurrentConsents.class).allows(ANNA, Purpose.PERSONALIZATION))
                .isTrue();
    }

    @Test
    void ends_a_rebuild_by_name() {
        log.give(likes(ANNA, SPOONS, 0));
        log.appendAs("FeedbackTakenBack", FEEDBACK, likes(ANNA, DOVETAILS, 1));
        awaitStop(FEEDBACK);
        Replays replays = node.the(Replays.class);
        replays.start("anew", FEEDBACK, NOON);
        await().atMost(Node.PATIENCE).until(() -> replays.find("anew")
                .filter(one -> one.state() == State.FAILED)
                .isPresent());
        assertThat(replays.find("anew").orElseThrow().outcome()).contains("FeedbackTakenBack");
    }

    @Test
    void that_waits_as_a_letter_from_a_newer_version_goes_on_waiting() {
        node.close();
        log.knows("FeedbackTakenBack", "FeedbackGiven");
        node = node(SharedElasticsearch.uri());
        FeedbackGiven poison = likes(ANNA, DOVETAILS, 1);
        model.failOver(poison);
        log.appendAs("FeedbackTakenBack", FEEDBACK, poison);
        await().atMost(Node.PATIENCE).until(() -> status(model.name()).deadLetters() == 1);
        node.close();
        log.knowsNoMore();
        model.mend();
        node = node(SharedElasticsearch.uri());

        Retried retried = node.the(DeadLetterRetries.class)
                .retry(model.name(), ANNA.toString())
                .orElseThrow();
        assertThat(retried.failed()).isEqualTo(1);
        assertThat(node.the(DeadLetters.class)
                        .find(model.name(), ANNA.toString())
                        .orElseThrow()
                        .first()
                        .message())
                .contains("FeedbackTakenBack");
    }
}
