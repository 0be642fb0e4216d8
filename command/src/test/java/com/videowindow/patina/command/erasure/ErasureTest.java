package com.videowindow.patina.command.erasure;

import com.videowindow.patina.command.HeldPeople;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.CertifyErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.HoldErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RecordErased;
import com.videowindow.patina.command.erasure.ErasureCommand.ReleaseErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasureAgain;
import com.videowindow.patina.command.erasure.ErasureCommand.StartErasure;
import com.videowindow.patina.command.erasure.HoldCommand.LiftHold;
import com.videowindow.patina.command.erasure.HoldCommand.PlaceHold;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureBroughtForward;
import com.videowindow.patina.domain.erasure.ErasureCancelled;
import com.videowindow.patina.domain.erasure.ErasureCertified;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureHeld;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureReleased;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.Fence;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import com.videowindow.patina.domain.erasure.SubjectErased;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final ErasureId FIRST = ErasureId.of("00000000-0000-4000-8000-0000000000e1");
    private static final ErasureId SECOND = ErasureId.of("00000000-0000-4000-8000-0000000000e2");
    private static final Actor SELF = new Actor(Actor.Kind.SUBJECT, ANNA);
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant DUE = NOON.plus(Duration.ofDays(14));
    private static final Fence FENCE = new Fence(LogPosition.of(3, 0), "00");
    private static final CaseReference CASE = new CaseReference("2026-17");

    private static final ErasureEvent REQUESTED = new ErasureRequested(
            FIRST, ANNA, SELF, Regulation.GDPR, DUE, Instant.parse("2026-02-28T12:00:00Z"), null, NOON);
    private static final ErasureEvent CANCELLED = new ErasureCancelled(FIRST, ANNA, SELF, NOON);
    private static final ErasureEvent HELD = new ErasureHeld(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON);
    private static final LegalHoldEvent PLACED = new LegalHoldPlaced(ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON);
    private static final LegalHoldEvent LIFTED = new LegalHoldLifted(ANNA, OFFICER, CASE, NOON);
    private static final ErasureEvent STARTED = new ErasureStarted(FIRST, ANNA, DUE);
    private static final ErasureEvent ERASED = new SubjectErased(FIRST, ANNA, FENCE, DUE);
    private static final ErasureEvent CERTIFIED = new ErasureCertified(FIRST, ANNA, "{}", DUE);

    private static final Actor ENGINE = new Actor(Actor.Kind.ENGINE, ANNA);
    private static final RequestErasureAgain AGAIN =
            new RequestErasureAgain(FIRST, ANNA, ENGINE, Regulation.GDPR, NOON);

    private final HeldPeople parts = new HeldPeople();
    private final FixtureConfiguration<Erasure> erasure =
            new AggregateTestFixture<>(Erasure.class).registerInjectableResource(parts);

    private static RequestErasure request(ErasureId id) {
        return new RequestErasure(id, ANNA, SELF, Regulation.GDPR, null, Duration.ofDays(14), NOON);
    }

    @Test
    void a_month_is_a_month_also_when_the_next_is_shorter() {
        erasure.givenNoPriorActivity().when(request(FIRST)).expectEvents(REQUESTED);
    }

    @Test
    void asking_again_answers_the_request_that_stands() {
        erasure.given(REQUESTED)
                .when(request(SECOND))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        erasure.given(REQUESTED, STARTED, ERASED, CERTIFIED)
                .when(request(SECOND))
                .expectNoEvents();
    }

    @Test
    void asking_again_for_it_to_begin_sooner_brings_it_forward() {
        RequestErasure sooner = new RequestErasure(
                SECOND, ANNA, OFFICER, Regulation.CCPA, null, Duration.ofDays(1), NOON.plusSeconds(60));
        Instant due = NOON.plusSeconds(60).plus(Duration.ofDays(1));
        ErasureEvent forward = new ErasureBroughtForward(FIRST, ANNA, OFFICER, due, NOON.plusSeconds(60));

        erasure.given(REQUESTED).when(sooner).expectEvents(forward);
        erasure.given(REQUESTED, HELD).when(sooner).expectEvents(forward);
        erasure.given(REQUESTED, forward).when(sooner).expectNoEvents();
        erasure.given(REQUESTED, forward).when(request(SECOND)).expectNoEvents();
        erasure.given(REQUESTED, forward)
                .when(new StartErasure(FIRST, ANNA, false, due))
                .expectEvents(new ErasureStarted(FIRST, ANNA, due));
        erasure.given(REQUESTED, STARTED).when(sooner).expectNoEvents();
    }

    @Test
    void a_log_from_before_is_asked_again_at_once() {
        Instant deadline = Instant.parse("2026-02-28T12:00:00Z");
        ErasureEvent asked = new ErasureRequested(FIRST, ANNA, ENGINE, Regulation.GDPR, NOON, deadline, null, NOON);
        erasure.givenNoPriorActivity().when(AGAIN).expectEvents(asked);
        erasure.given(REQUESTED, CANCELLED).when(AGAIN).expectEvents(asked);
        erasure.given(REQUESTED).when(AGAIN).expectEvents(new ErasureBroughtForward(FIRST, ANNA, ENGINE, NOON, NOON));
        erasure.given(asked).when(AGAIN).expectNoEvents();
        erasure.given(REQUESTED, STARTED).when(AGAIN).expectNoEvents();
        erasure.given(REQUESTED, STARTED, ERASED, CERTIFIED).when(AGAIN).expectNoEvents();
    }

    @Test
    void no_hold_outlasts_the_keys() {
        ErasureEvent released = new ErasureReleased(FIRST, ANNA, ENGINE, ReleaseReason.KEYS_DESTROYED, NOON);
        erasure.given(REQUESTED, HELD).when(AGAIN).expectEvents(released);
        erasure.given(REQUESTED, HELD, released)
                .when(new StartErasure(FIRST, ANNA, false, NOON))
                .expectEvents(new ErasureStarted(FIRST, ANNA, NOON));
    }

    @Test
    void what_was_cancelled_can_be_asked_for_again() {
        erasure.given(REQUESTED, CANCELLED)
                .when(request(SECOND))
                .expectEvents(new ErasureRequested(
                        SECOND, ANNA, SELF, Regulation.GDPR, DUE, Instant.parse("2026-02-28T12:00:00Z"), null, NOON));
    }

    @Test
    void the_law_s_time_runs_from_when_it_came_and_the_grace_from_when_it_was_entered() {
        Arrival letter = new Arrival(Manner.LETTER, NOON.minus(Duration.ofDays(10)));
        Instant deadline = Regulation.GDPR.deadline(Arrival.received(letter, NOON));
        erasure.givenNoPriorActivity()
                .when(new RequestErasure(FIRST, ANNA, OFFICER, Regulation.GDPR, letter, Duration.ofDays(14), NOON))
                .expectEvents(new ErasureRequested(FIRST, ANNA, OFFICER, Regulation.GDPR, DUE, deadline, letter, NOON));
    }

    @Test
    void what_was_cancelled_never_starts() {
        erasure.given(REQUESTED, CANCELLED)
                .when(new StartErasure(FIRST, ANNA, false, DUE))
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void it_does_not_start_before_it_is_due_nor_while_it_is_held() {
        erasure.given(REQUESTED)
                .when(new StartErasure(FIRST, ANNA, false, DUE.minusMillis(1)))
                .expectException(Refused.class);
        erasure.given(REQUESTED, HELD)
                .when(new StartErasure(FIRST, ANNA, false, DUE))
                .expectException(Refused.class);
    }

    @Test
    void it_starts_when_it_is_due_and_once() {
        erasure.given(REQUESTED).when(new StartErasure(FIRST, ANNA, false, DUE)).expectEvents(STARTED);
        erasure.given(REQUESTED, STARTED)
                .when(new StartErasure(FIRST, ANNA, false, DUE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_started_is_neither_cancelled_nor_held() {
        erasure.given(REQUESTED, STARTED)
                .when(new CancelErasure(FIRST, ANNA, SELF, DUE))
                .expectException(Refused.class)
                .expectNoEvents();
        erasure.given(REQUESTED, STARTED)
                .when(new HoldErasure(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, DUE))
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void a_legal_reason_holds_it_until_it_is_gone() {
        erasure.given(REQUESTED)
                .when(new HoldErasure(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON))
                .expectEvents(PLACED, HELD);
        erasure.given(REQUESTED, PLACED, HELD)
                .when(new HoldErasure(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        erasure.given(REQUESTED, PLACED, HELD)
                .when(new ReleaseErasure(FIRST, ANNA, OFFICER, NOON))
                .expectEvents(LIFTED, new ErasureReleased(FIRST, ANNA, OFFICER, null, NOON));
    }

    @Test
    void who_takes_a_request_back_is_held_all_the_same_and_so_is_the_next() {
        erasure.given(REQUESTED, PLACED, HELD)
                .when(new CancelErasure(FIRST, ANNA, SELF, NOON))
                .expectEvents(CANCELLED);
        erasure.given(REQUESTED, PLACED, HELD, CANCELLED)
                .when(new RequestErasure(SECOND, ANNA, SELF, Regulation.GDPR, null, Duration.ZERO, NOON))
                .expectEvents(
                        new ErasureRequested(
                                SECOND,
                                ANNA,
                                SELF,
                                Regulation.GDPR,
                                NOON,
                                Instant.parse("2026-02-28T12:00:00Z"),
                                null,
                                NOON),
                        new ErasureHeld(SECOND, ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON));
    }

    @Test
    void a_hold_needs_no_request_and_one_that_waits_is_held_by_it() {
        PlaceHold hold = new PlaceHold(ANNA, OFFICER, HoldBasis.LEGAL_CLAIM, CASE, NOON);
        erasure.givenNoPriorActivity().when(hold).expectEvents(PLACED);
        erasure.given(PLACED).when(hold).expectNoEvents();
        erasure.given(REQUESTED).when(hold).expectEvents(PLACED, HELD);
        erasure.given(REQUESTED, STARTED)
                .when(hold)
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void of_several_cases_the_last_one_lets_it_go_on() {
        CaseReference other = new CaseReference("2026-18");
        LegalHoldEvent second = new LegalHoldPlaced(ANNA, OFFICER, HoldBasis.LEGAL_OBLIGATION, other, NOON);
        erasure.given(REQUESTED, PLACED, HELD, second)
                .when(new LiftHold(ANNA, OFFICER, CASE, NOON))
                .expectEvents(
                        LIFTED,
                        new ErasureReleased(FIRST, ANNA, OFFICER, null, NOON),
                        new ErasureHeld(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_OBLIGATION, other, NOON));
        erasure.given(REQUESTED, PLACED, HELD, second)
                .when(new LiftHold(ANNA, OFFICER, other, NOON))
                .expectEvents(new LegalHoldLifted(ANNA, OFFICER, other, NOON));
        erasure.given(REQUESTED, PLACED, HELD, second)
                .when(new ReleaseErasure(FIRST, ANNA, OFFICER, NOON))
                .expectEvents(
                        LIFTED,
                        new ErasureReleased(FIRST, ANNA, OFFICER, null, NOON),
                        new ErasureHeld(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_OBLIGATION, other, NOON));
        ErasureEvent byOther = new ErasureHeld(FIRST, ANNA, OFFICER, HoldBasis.LEGAL_OBLIGATION, other, NOON);
        ErasureEvent free = new ErasureReleased(FIRST, ANNA, OFFICER, null, NOON);
        erasure.given(REQUESTED, PLACED, HELD, second, LIFTED, free, byOther)
                .when(new LiftHold(ANNA, OFFICER, other, NOON))
                .expectEvents(
                        new LegalHoldLifted(ANNA, OFFICER, other, NOON),
                        new ErasureReleased(FIRST, ANNA, OFFICER, null, NOON));
        erasure.given(PLACED).when(new LiftHold(ANNA, OFFICER, other, NOON)).expectNoEvents();
    }

    @Test
    void it_waits_for_what_is_held_of_a_part() {
        parts.ofParts.add(ANNA);
        erasure.given(REQUESTED)
                .when(new StartErasure(FIRST, ANNA, false, DUE))
                .expectException(Refused.class)
                .expectNoEvents();
    }

    @Test
    void nothing_holds_what_is_gone() {
        parts.ofParts.add(ANNA);
        erasure.given(PLACED)
                .when(AGAIN)
                .expectEvents(
                        new LegalHoldLifted(ANNA, ENGINE, CASE, NOON),
                        new ErasureRequested(
                                FIRST,
                                ANNA,
                                ENGINE,
                                Regulation.GDPR,
                                NOON,
                                Instant.parse("2026-02-28T12:00:00Z"),
                                null,
                                NOON));
        erasure.given(REQUESTED)
                .when(new StartErasure(FIRST, ANNA, true, NOON))
                .expectEvents(new ErasureStarted(FIRST, ANNA, NOON));
    }

    @Test
    void each_step_follows_the_one_before_and_is_recorded_once() {
        erasure.given(REQUESTED).when(new RecordErased(FIRST, ANNA, FENCE, DUE)).expectException(Refused.class);
        erasure.given(REQUESTED, STARTED)
                .when(new RecordErased(FIRST, ANNA, FENCE, DUE))
                .expectEvents(ERASED);
        erasure.given(REQUESTED, STARTED)
                .when(new CertifyErasure(FIRST, ANNA, "{}", DUE))
                .expectException(Refused.class);
        erasure.given(REQUESTED, STARTED, ERASED)
                .when(new CertifyErasure(FIRST, ANNA, "{}", DUE))
                .expectEvents(CERTIFIED);
        erasure.given(REQUESTED, STARTED, ERASED, CERTIFIED)
                .when(new CertifyErasure(FIRST, ANNA, "{\"again\":1}", DUE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_erasure_is_not_meant() {
        erasure.given(REQUESTED)
                .when(new CancelErasure(SECOND, ANNA, SELF, NOON))
                .expectException(Refused.class)
                .expectNoEvents();
    }
}
