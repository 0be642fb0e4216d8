package com.videowindow.patina.command.part;

import com.videowindow.patina.command.RealLog;
import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.part.PartCommand.CancelPart;
import com.videowindow.patina.command.part.PartCommand.CertifyPart;
import com.videowindow.patina.command.part.PartCommand.EndWithWhole;
import com.videowindow.patina.command.part.PartCommand.HidePart;
import com.videowindow.patina.command.part.PartCommand.HoldPart;
import com.videowindow.patina.command.part.PartCommand.RecordForgotten;
import com.videowindow.patina.command.part.PartCommand.RecordKeysClosed;
import com.videowindow.patina.command.part.PartCommand.RequestPart;
import com.videowindow.patina.command.part.PartCommand.RequestPartAgain;
import com.videowindow.patina.command.part.PartCommand.StartPart;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.part.Kept;
import com.videowindow.patina.domain.part.PartErasedWithWhole;
import com.videowindow.patina.domain.part.PartErasureCancelled;
import com.videowindow.patina.domain.part.PartErasureCertified;
import com.videowindow.patina.domain.part.PartErasureDescribed;
import com.videowindow.patina.domain.part.PartErasureHeld;
import com.videowindow.patina.domain.part.PartErasureRequested;
import com.videowindow.patina.domain.part.PartErasureStarted;
import com.videowindow.patina.domain.part.PartForgotten;
import com.videowindow.patina.domain.part.PartHidden;
import com.videowindow.patina.domain.part.PartKeysClosed;
import com.videowindow.patina.domain.part.PartScope;
import com.videowindow.patina.domain.part.Places;
import com.videowindow.patina.domain.privacy.DataCategory;
import com.videowindow.patina.domain.privacy.Forgotten;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartErasuresTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final ErasureId FIRST = ErasureId.of("00000000-0000-4000-8000-0000000000e1");
    private static final ErasureId SECOND = ErasureId.of("00000000-0000-4000-8000-0000000000e2");
    private static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofDays(1));
    private static final PartScope SPOONS = new PartScope(null, new ContentId("spoons"), null, null, null);
    private static final PartScope BOWLS = new PartScope(null, new ContentId("bowls"), null, null, null);
    private static final Places PLACES = Places.of(List.of(LogPosition.of(3, 0), LogPosition.of(4, 7)));
    private static final Set<DataCategory> KINDS = Set.of(DataCategory.INTERACTION);
    private static final List<Kept> KEPT = List.of(new Kept(DataCategory.CONTRACT, LawfulBasis.CONTRACT));
    private static final Fence FENCE = new Fence(LogPosition.of(5, 0), "00");

    private static final PartErasureRequested REQUESTED = requested(FIRST);
    private static final PartErasureDescribed DESCRIBED = new PartErasureDescribed(FIRST, ANNA, SPOONS, NOON);
    private static final PartHidden HIDDEN = new PartHidden(FIRST, ANNA, PLACES, NOON);
    private static final PartErasureCancelled CANCELLED = new PartErasureCancelled(FIRST, ANNA, SELF, NOON);
    private static final PartKeysClosed CLOSED = new PartKeysClosed(FIRST, ANNA, DUE);
    private static final PartErasureStarted STARTED = new PartErasureStarted(FIRST, ANNA, KINDS, PLACES, KEPT, DUE);
    private static final PartForgotten GONE = new PartForgotten(FIRST, ANNA, PLACES, FENCE, DUE);
    private static final PartErasureCertified CERTIFIED = new PartErasureCertified(FIRST, ANNA, "{}", DUE);
    private static final PartErasedWithWhole WITH_WHOLE = new PartErasedWithWhole(FIRST, ANNA, DUE);

    private static RealLog log;

    private final Set<SubjectId> leaving = new HashSet<>();
    private FixtureConfiguration<PartErasures> parts;

    @BeforeAll
    static void nobody_is_held(@TempDir Path folder) {
        log = RealLog.in(folder);
    }

    @BeforeEach
    void begin() {
        parts = new AggregateTestFixture<>(PartErasures.class)
                .registerInjectableResource((Leavers) leaving::contains)
                .registerInjectableResource(log.past());
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static PartErasureRequested requested(ErasureId id) {
        return requested(id, null);
    }

    private static PartErasureRequested requested(ErasureId id, @Nullable Arrival arrival) {
        Instant deadline = Regulation.GDPR.deadline(Arrival.received(arrival, NOON));
        return new PartErasureRequested(id, ANNA, SELF, Regulation.GDPR, DUE, deadline, arrival, NOON);
    }

    private static RequestPart request(ErasureId id, PartScope scope) {
        return new RequestPart(id, ANNA, SELF, Regulation.GDPR, null, scope, Duration.ofDays(1), NOON);
    }

    private static StartPart start(ErasureId id, Instant at) {
        return new StartPart(id, ANNA, KINDS, PLACES, KEPT, false, at);
    }

    private static void refused(ResultValidator<PartErasures> result, Refusal expected) {
        result.expectNoEvents().expectException(RefusedWith.the(expected));
    }

    @Test
    void what_it_is_about_stands_beside_the_request_and_not_in_it() {
        parts.givenNoPriorActivity().when(request(FIRST, SPOONS)).expectEvents(REQUESTED, DESCRIBED);
    }

    @Test
    void asking_again_by_the_same_id_changes_nothing() {
        parts.given(REQUESTED, DESCRIBED).when(request(FIRST, SPOONS)).expectNoEvents();
        parts.given(REQUESTED, new Forgotten(ANNA, NOON), STARTED, GONE, CERTIFIED)
                .when(request(FIRST, SPOONS))
                .expectNoEvents();
    }

    @Test
    void asking_for_something_else_by_the_same_id_is_refused() {
        refused(parts.given(REQUESTED, DESCRIBED).when(request(FIRST, BOWLS)), new Refusal.MessageReused());
        refused(
                parts.given(REQUESTED, DESCRIBED)
                        .when(new RequestPart(FIRST, ANNA, SELF, Regulation.GDPR, null, SPOONS, Duration.ZERO, NOON)),
                new Refusal.MessageReused());
        refused(
                parts.given(REQUESTED, DESCRIBED)
                        .when(new RequestPart(
                                FIRST, ANNA, SELF, Regulation.CCPA, null, SPOONS, Duration.ofDays(1), NOON)),
                new Refusal.MessageReused());
    }

    @Test
    void asking_again_by_another_id_is_another_request_since_more_may_stand_there_by_now_or_less_time_be_left() {
        Instant later = NOON.plusSeconds(60);
        Instant deadline = Regulation.GDPR.deadline(later);
        parts.given(REQUESTED, DESCRIBED)
                .when(new RequestPart(SECOND, ANNA, SELF, Regulation.GDPR, null, SPOONS, Duration.ZERO, later))
                .expectEvents(
                        new PartErasureRequested(SECOND, ANNA, SELF, Regulation.GDPR, later, deadline, null, later),
                        new PartErasureDescribed(SECOND, ANNA, SPOONS, later));
    }

    @Test
    void the_law_s_time_runs_from_when_it_came_and_another_time_by_the_same_id_is_refused() {
        RequestPart command = byLetter(NOON.minus(Duration.ofDays(10)));
        PartErasureRequested asked = requested(FIRST, command.arrival());
        parts.givenNoPriorActivity().when(command).expectEvents(asked, DESCRIBED);
        parts.given(asked, DESCRIBED).when(command).expectNoEvents();
        refused(
                parts.given(asked, DESCRIBED).when(byLetter(NOON.minus(Duration.ofDays(9)))),
                new Refusal.MessageReused());
    }

    @Test
    void the_same_said_again_without_the_day_changes_nothing() {
        Arrival call = new Arrival(Manner.PHONE, null);
        RequestPart first = new RequestPart(FIRST, ANNA, SELF, Regulation.GDPR, call, SPOONS, Duration.ofDays(1), NOON);
        RequestPart again = new RequestPart(
                FIRST, ANNA, SELF, Regulation.GDPR, call, SPOONS, Duration.ofDays(1), NOON.plusSeconds(60));
        PartErasureRequested asked = requested(FIRST, call);
        parts.given(asked, DESCRIBED).when(again).expectNoEvents();
        parts.givenNoPriorActivity().when(first).expectEvents(asked, DESCRIBED);
    }

    private static RequestPart byLetter(Instant received) {
        Arrival letter = new Arrival(Manner.LETTER, received);
        return new RequestPart(FIRST, ANNA, SELF, Regulation.GDPR, letter, SPOONS, Duration.ofDays(1), NOON);
    }

    @Test
    void a_log_from_before_asks_again_once_for_what_was_done_already() {
        Actor engine = new Actor(Actor.Kind.ENGINE, ANNA);
        RequestPartAgain again = new RequestPartAgain(FIRST, ANNA, engine, Regulation.CCPA, NOON);
        parts.givenNoPriorActivity()
                .when(again)
                .expectEvents(new PartErasureRequested(
                        FIRST, ANNA, engine, Regulation.CCPA, NOON, Regulation.CCPA.deadline(NOON), null, NOON));
        parts.given(REQUESTED, DESCRIBED).when(again).expectNoEvents();
    }

    @Test
    void no_time_of_grace_outlasts_the_keys() {
        parts.given(REQUESTED, DESCRIBED, HIDDEN)
                .when(new StartPart(FIRST, ANNA, KINDS, PLACES, KEPT, true, NOON))
                .expectEvents(new PartErasureStarted(FIRST, ANNA, KINDS, PLACES, KEPT, NOON));
    }

    @Test
    void who_leaves_as_a_whole_asks_for_no_part_and_none_is_begun() {
        leaving.add(ANNA);
        refused(parts.givenNoPriorActivity().when(request(FIRST, SPOONS)), new Refusal.Leaving());
        refused(parts.given(REQUESTED, DESCRIBED).when(start(FIRST, DUE)), new Refusal.Leaving());
        parts.given(REQUESTED, DESCRIBED)
                .when(new EndWithWhole(FIRST, ANNA, DUE))
                .expectEvents(WITH_WHOLE);
        parts.given(REQUESTED, DESCRIBED, WITH_WHOLE)
                .when(new EndWithWhole(FIRST, ANNA, DUE))
                .expectNoEvents();
    }

    @Test
    void it_is_hidden_once() {
        parts.given(REQUESTED, DESCRIBED)
                .when(new HidePart(FIRST, ANNA, PLACES, NOON))
                .expectEvents(HIDDEN);
        parts.given(REQUESTED, DESCRIBED, HIDDEN)
                .when(new HidePart(FIRST, ANNA, Places.NONE, NOON))
                .expectNoEvents();
    }

    @Test
    void it_starts_when_it_is_due_and_nothing_holds_it() {
        Refusal pending = new Refusal.ErasureIs(ErasureState.PENDING);
        refused(parts.given(REQUESTED, DESCRIBED, HIDDEN).when(start(FIRST, DUE.minusMillis(1))), pending);
        PartErasureHeld held =
                new PartErasureHeld(FIRST, ANNA, SELF, HoldBasis.LEGAL_CLAIM, new CaseReference("17"), NOON);
        refused(
                parts.given(REQUESTED, DESCRIBED, held).when(start(FIRST, DUE)),
                new Refusal.ErasureIs(ErasureState.HELD));
        parts.given(REQUESTED, DESCRIBED, HIDDEN).when(start(FIRST, DUE)).expectEvents(STARTED);
        parts.given(REQUESTED, DESCRIBED, STARTED).when(start(FIRST, DUE)).expectNoEvents();
    }

    @Test
    void one_of_a_person_is_on_its_way() {
        PartErasureDescribed other = new PartErasureDescribed(SECOND, ANNA, BOWLS, NOON);
        refused(
                parts.given(REQUESTED, DESCRIBED, requested(SECOND), other, STARTED, GONE)
                        .when(start(SECOND, DUE)),
                new Refusal.ErasureIs(ErasureState.PENDING));
        parts.given(REQUESTED, DESCRIBED, requested(SECOND), other, STARTED, GONE, CERTIFIED)
                .when(start(SECOND, DUE))
                .expectEvents(new PartErasureStarted(SECOND, ANNA, KINDS, PLACES, KEPT, DUE));
    }

    @Test
    void what_was_cancelled_never_starts_and_what_started_is_never_cancelled() {
        refused(
                parts.given(REQUESTED, DESCRIBED, CANCELLED).when(start(FIRST, DUE)),
                new Refusal.ErasureIs(ErasureState.CANCELLED));
        refused(
                parts.given(REQUESTED, DESCRIBED, STARTED).when(new CancelPart(FIRST, ANNA, SELF, DUE)),
                new Refusal.ErasureIs(ErasureState.STARTED));
        refused(
                parts.given(REQUESTED, DESCRIBED, STARTED)
                        .when(new HoldPart(FIRST, ANNA, SELF, HoldBasis.LEGAL_CLAIM, new CaseReference("17"), DUE)),
                new Refusal.ErasureIs(ErasureState.STARTED));
    }

    @Test
    void that_keys_are_closed_is_said_once_and_only_of_what_has_started() {
        RecordKeysClosed closes = new RecordKeysClosed(FIRST, ANNA, DUE);
        parts.given(REQUESTED, DESCRIBED, HIDDEN).when(closes).expectNoEvents();
        parts.given(REQUESTED, DESCRIBED, STARTED).when(closes).expectEvents(CLOSED);
        parts.given(REQUESTED, DESCRIBED, STARTED, CLOSED).when(closes).expectNoEvents();
        parts.given(REQUESTED, DESCRIBED, STARTED, CLOSED)
                .when(new RecordForgotten(FIRST, ANNA, FENCE, DUE))
                .expectEvents(GONE);
    }

    @Test
    void what_was_destroyed_is_named_by_its_places_also_when_nobody_can_read_what_it_was() {
        parts.given(REQUESTED, new Forgotten(ANNA, NOON), HIDDEN, STARTED)
                .when(new RecordForgotten(FIRST, ANNA, FENCE, DUE))
                .expectEvents(GONE);
        parts.given(REQUESTED, DESCRIBED, STARTED, GONE)
                .when(new CertifyPart(FIRST, ANNA, "{}", DUE))
                .expectEvents(CERTIFIED);
        parts.given(REQUESTED, DESCRIBED, STARTED, GONE, CERTIFIED)
                .when(new CertifyPart(FIRST, ANNA, "{\"again\":1}", DUE))
                .expectNoEvents();
    }
}
