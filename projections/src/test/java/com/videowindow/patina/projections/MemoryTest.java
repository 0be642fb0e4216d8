package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.DOVETAILS;
import static com.videowindow.patina.projections.People.NOON;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.allows;
import static com.videowindow.patina.projections.People.finishes;
import static com.videowindow.patina.projections.People.published;
import static com.videowindow.patina.projections.People.withdraws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.consent.CurrentConsents;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.LegalHold;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.Response;
import com.videowindow.patina.projections.memory.MemoryProgress;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.query.catalog.LiveCatalog;
import com.videowindow.patina.query.recommendation.Crowd;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Needs no Elasticsearch, and has none. */
class MemoryTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private final OpenLog log = new OpenLog();
    private Node node = Node.on(log, NOWHERE);

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    /** Starts over with what the log holds. */
    private void restart() {
        node.close();
        node = Node.on(log, NOWHERE);
        await().until(() -> node.the(MemoryProgress.class).isReady()
                && node.the(MemoryProgress.class).position().equals(log.head()));
    }

    @Test
    void how_far_everything_is_behind_is_known_before_anything_was_read() {
        log.giveNothing();
        log.append(published(SPOONS), published(DOVETAILS));
        log.append(allows(ANNA, Purpose.TRAINING), finishes(ANNA, SPOONS, 1));
        node.close();
        node = Node.on(log, NOWHERE);
        assertThat(node.the(ProjectionProgress.class).all())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.lagEvents()).isEqualTo(4))
                .allSatisfy(each -> assertThat(each.lagSeconds()).isBetween(0.0, 60.0));
    }

    @Test
    void what_works_aside_from_it_ends_with_its_node() {
        log.append(published(SPOONS));
        restart();
        Set<Thread> aside = threads();
        assertThat(aside).extracting(Thread::getName).contains("catalog-snapshot", "crowd-training", "memory-tail");
        node.close();
        await().until(() -> aside.stream().noneMatch(Thread::isAlive));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> Set.of("catalog-snapshot", "crowd-training", "memory-tail", "memory-probe")
                        .contains(each.getName()))
                .collect(Collectors.toSet());
    }

    @Test
    void the_snapshot_shows_what_is_not_retired() {
        log.append(published(SPOONS), published(DOVETAILS));
        LiveCatalog catalog = node.the(LiveCatalog.class);
        await().until(() -> catalog.snapshot().size() == 2);
        log.append(new ContentRetired(SPOONS, NOON));
        await().until(() -> catalog.snapshot().size() == 1);
        assertThat(catalog.snapshot().numberOf(SPOONS)).isNegative();
        assertThat(catalog.content(SPOONS)).isPresent();
        assertThat(catalog.isRetired(SPOONS)).isTrue();
    }

    @Test
    void content_stored_by_this_node_is_known_before_its_command_is_answered() {
        log.commit(published(SPOONS));
        assertThat(node.the(LiveCatalog.class).content(SPOONS)).isPresent();
    }

    @Test
    void a_withdrawal_stored_by_this_node_holds_before_its_command_is_answered() {
        log.append(allows(ANNA, Purpose.PERSONALIZATION));
        CurrentConsents consents = node.the(CurrentConsents.class);
        await().until(() -> consents.allows(ANNA, Purpose.PERSONALIZATION));
        log.commit(withdraws(ANNA, Purpose.PERSONALIZATION));
        assertThat(consents.allows(ANNA, Purpose.PERSONALIZATION)).isFalse();
    }

    @Test
    void all_that_one_command_stored_about_a_thing_is_known_and_stays_so() {
        RequestId request = new RequestId(UUID.randomUUID());
        Actor officer = new Actor(Actor.Kind.OFFICER, BERT);
        log.commit(
                new RequestReceived(
                        request, ANNA, officer, RequestKind.ACCESS, Manner.EMAIL, Regulation.GDPR, NOON, null, NOON),
                new RequestAnswered(request, ANNA, officer, Response.NOTHING_KEPT, NOON));
        log.commit(published(SPOONS));
        OpenRequests requests = node.the(OpenRequests.class);
        assertThat(requests.find(request)).map(RequestProgress::state).contains(RequestState.ANSWERED);
        assertThat(requests.open()).isEmpty();
    }

    @Test
    void the_crowd_is_made_of_those_who_allow_training() {
        log.append(allows(ANNA, Purpose.TRAINING), allows(ANNA, Purpose.PERSONALIZATION));
        log.append(allows(BERT, Purpose.PERSONALIZATION));
        log.append(finishes(ANNA, SPOONS, 1), finishes(ANNA, DOVETAILS, 2), finishes(BERT, new ContentId("bowls"), 3));
        restart();
        Crowd crowd = node.the(Crowd.class);
        await().until(() -> crowd.coOccurrence().size() == 2);
        assertThat(crowd.coOccurrence().numberOf(new ContentId("bowls"))).isNegative();
        assertThat(crowd.trending().share(SPOONS)).isPositive();
        assertThat(crowd.trending().share(new ContentId("bowls"))).isZero();
        assertThat(crowd.learned().version().value())
                .isEqualTo("cooccurrence@" + log.head().value());
    }

    @Test
    void cases_for_which_somebody_is_held_do_not_hide_each_other_whichever_is_heard_of_first() {
        Holds holds = node.the(Holds.class);
        MemoryView memory = (MemoryView) holds;
        SubjectId held = new SubjectId(new UUID(0, 0x41));
        Actor officer = new Actor(Actor.Kind.OFFICER, new SubjectId(new UUID(0, 0x42)));
        CaseReference first = new CaseReference("2026-17");
        CaseReference second = new CaseReference("2026-18");
        Positioned later = new Positioned(
                LogPosition.of(20, 0), new LegalHoldPlaced(held, officer, HoldBasis.LEGAL_CLAIM, second, NOON));
        Positioned sooner = new Positioned(
                LogPosition.of(15, 0), new LegalHoldPlaced(held, officer, HoldBasis.LEGAL_CLAIM, first, NOON));

        memory.onOwn(later);
        memory.on(sooner);
        memory.on(later);
        assertThat(holds.of(held)).hasSize(2);
        memory.onOwn(new Positioned(LogPosition.of(30, 0), new LegalHoldLifted(held, officer, second, NOON)));
        memory.on(later);

        assertThat(holds.of(held)).extracting(LegalHold::reference).containsExactly(first);
        assertThat(holds.isHeld(held)).isTrue();
    }
}
