package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static com.videowindow.patina.projections.People.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.lookup.LookedUp;
import com.videowindow.patina.domain.lookup.LookupId;
import com.videowindow.patina.domain.lookup.LookupKind;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.ExtensionReason;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestDenied;
import com.videowindow.patina.domain.request.RequestExtended;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.interaction.Histories;
import com.videowindow.patina.query.interest.InterestProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RebuildTest extends OneNode {
    private static List<DomainEvent> aBusyDay(int people) {
        List<DomainEvent> events = new ArrayList<>(List.of(published(SPOONS), published(DOVETAILS)));
        for (int i = 0; i < people; i++) {
            SubjectId somebody = new SubjectId(new UUID(0x7000, 0x8000_0000_0000_0000L + i));
            events.add(allows(somebody, Purpose.PERSONALIZATION));
            for (int minute = 0; minute < 5; minute++) {
                events.add(finishes(somebody, minute % 2 == 0 ? SPOONS : DOVETAILS, minute));
            }
            events.add(likes(somebody, SPOONS, 10));
            events.add(served(somebody, new RecommendationId(new UUID(0x7001, i))));
        }
        return events;
    }

    private static List<DomainEvent> whatOfficersDo(SubjectId somebody, UUID id) {
        Actor officer = new Actor(Actor.Kind.OFFICER, BERT);
        RequestId request = new RequestId(id);
        return List.of(
                new RequestReceived(
                        request,
                        somebody,
                        officer,
                        RequestKind.ACCESS,
                        Manner.EMAIL,
                        Regulation.GDPR,
                        NOON,
                        null,
                        NOON),
                new LookedUp(new LookupId(id), officer, LookupKind.REQUESTS, somebody, null, null, NOON),
                new RequestExtended(request, somebody, officer, ExtensionReason.COMPLEXITY, NOON, NOON),
                new RequestDenied(request, somebody, officer, DenialBasis.EXCESSIVE, new CaseReference("17"), NOON));
    }

    private ReplayStatus finished(String id) {
        await().atMost(Node.PATIENCE).until(() -> status(id).state() == State.COMPLETED);
        return status(id);
    }

    private ReplayStatus status(String id) {
        return node.the(Replays.class).find(id).orElseThrow();
    }

    private Map<String, Map<String, String>> everything() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        node.names().forEach(name -> all.put(name, node.documents(name)));
        return all;
    }

    @Test
    void every_rebuilt_read_model_is_identical_field_by_field_however_often() {
        log.append(aBusyDay(20));
        log.append(whatOfficersDo(ANNA, new UUID(0x7002, 0)));
        node.caughtUp();
        Map<String, Map<String, String>> live = everything();
        for (String round : List.of("first", "second")) {
            for (String name : node.the(Replays.class).projections()) {
                node.the(Replays.class).start(round + "-" + name, name, NOON);
                assertThat(finished(round + "-" + name).outcome()).contains("identical field by field");
            }
            assertThat(everything()).isEqualTo(live);
        }
    }

    @Test
    void a_rebuild_under_traffic_loses_nothing_and_readers_never_see_it_half_built() throws InterruptedException {
        log.append(aBusyDay(50));
        log.append(finishes(ANNA, SPOONS, 0));
        node.caughtUp();
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicReference<Object> wrong = new AtomicReference<>("nothing");
        Thread traffic = Thread.ofPlatform().start(() -> {
            for (int minute = 1; goOn.get(); minute++) {
                log.append(finishes(ANNA, DOVETAILS, minute));
                LockSupport.parkNanos(5_000_000);
            }
        });
        Thread reader = Thread.ofPlatform().start(() -> readWhile(goOn, wrong));
        for (String name : List.of("interest-profiles", "interactions")) {
            node.the(Replays.class).start("busy-" + name, name, NOON);
            assertThat(finished("busy-" + name).outcome()).contains("identical field by field");
        }
        goOn.set(false);
        traffic.join();
        reader.join();
        node.caughtUp();
        assertThat(wrong.get()).isEqualTo("nothing");
        assertThat(node.the(InterestProfiles.class).find(ANNA).position()).isEqualTo(log.head());
        assertThat(node.documents("interactions"))
                .hasSize(Math.toIntExact(log.head().value()) + 1 - 2 - 3 * 50);
    }

    private void readWhile(AtomicBoolean goOn, AtomicReference<Object> wrong) {
        long before = 0;
        while (goOn.get()) {
            InterestProfiles.Found found = node.the(InterestProfiles.class).find(ANNA);
            if (found.position().value() < before || found.state() == null) {
                wrong.set(found.position() + " after " + before);
            }
            before = found.position().value();
            if (node.the(Histories.class).page(ANNA, null, 5).items().isEmpty()) {
                wrong.set("an empty history");
            }
        }
    }

    @Test
    void a_cancelled_rebuild_leaves_the_live_one_alone_and_can_be_resumed() {
        log.append(aBusyDay(20));
        node.caughtUp();
        log.leave();
        node.the(Replays.class).start("again", "interactions", NOON);
        assertThat(node.the(Replays.class).cancel("again").orElseThrow().state())
                .isEqualTo(State.CANCELLED);
        log.comeBack();
        assertThat(node.documents("interactions")).hasSize(100);
        assertThat(node.indices()).contains("interactions-000001", "interactions-000002");
        assertThat(node.the(Replays.class).resume("again")).isPresent();
        ReplayStatus status = finished("again");
        assertThat(status.done()).isEqualTo(status.total()).isEqualTo(162);
        assertThat(node.documents("interactions")).hasSize(100);
    }

    @Test
    void one_that_another_node_runs_cannot_be_cancelled_here() {
        log.append(aBusyDay(5));
        node.caughtUp();
        log.leave();
        node.the(Replays.class).start("there", "feedback", NOON);
        try (Node another = Node.on(log, SharedElasticsearch.uri())) {
            assertThat(another.the(Replays.class).cancel("there")).isEmpty();
        }
        assertThat(node.the(Replays.class).cancel("there"))
                .hasValueSatisfying(cancelled -> assertThat(cancelled.state()).isEqualTo(State.CANCELLED));
        log.comeBack();
    }

    @Test
    void one_that_runs_or_is_complete_cannot_be_resumed() {
        log.append(aBusyDay(5));
        node.caughtUp();
        log.leave();
        node.the(Replays.class).start("once", "feedback", NOON);
        assertThat(node.the(Replays.class).resume("once")).isEmpty();
        log.comeBack();
        finished("once");
        assertThat(node.the(Replays.class).resume("once")).isEmpty();
    }

    @Test
    void the_rate_of_one_that_ended_stays_as_it_was_on_every_node() {
        log.append(aBusyDay(5));
        node.caughtUp();
        node.the(Replays.class).start("rated", "feedback", NOON);
        double rate = finished("rated").eventsPerSecond();
        assertThat(rate).isPositive();
        assertThat(status("rated").eventsPerSecond()).isEqualTo(rate);
        node.close();
        node = Node.on(log, SharedElasticsearch.uri());
        assertThat(status("rated").eventsPerSecond()).isEqualTo(rate);
    }

    @Test
    void an_elasticsearch_that_came_back_empty_is_filled_again_by_itself() {
        log.append(aBusyDay(10));
        node.caughtUp();
        Map<String, String> profiles = node.documents("interest-profiles");
        Elastic.empty(node.the(ReadSide.class));
        node.close();
        node = Node.on(log, SharedElasticsearch.uri());
        await().atMost(Node.PATIENCE).untilAsserted(() -> {
            assertThat(node.indices()).contains("interest-profiles-000002");
            assertThat(node.documents("interest-profiles")).isEqualTo(profiles);
        });
    }

    @Test
    void a_rebuild_that_its_node_left_unfinished_is_resumed_by_another() {
        log.append(aBusyDay(10));
        node.caughtUp();
        log.leave();
        node.the(Replays.class).start("left", "feedback", NOON);
        node.close();
        log.comeBack();
        node = Node.on(log, SharedElasticsearch.uri());
        assertThat(status("left").state()).isEqualTo(State.CANCELLED);
        node.the(Replays.class).resume("left");
        assertThat(finished("left").outcome()).contains("10 documents in both");
        await().atMost(Node.PATIENCE).until(() -> !node.indices().contains("feedback-000001"));
    }
}
