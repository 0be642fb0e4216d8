package com.videowindow.patina.command.erasure;

import static com.videowindow.patina.command.erasure.Annas.AGAIN;
import static com.videowindow.patina.command.erasure.Annas.ANNA;
import static com.videowindow.patina.command.erasure.Annas.CANCELLED;
import static com.videowindow.patina.command.erasure.Annas.CASE;
import static com.videowindow.patina.command.erasure.Annas.DUE;
import static com.videowindow.patina.command.erasure.Annas.ENGINE;
import static com.videowindow.patina.command.erasure.Annas.FIRST;
import static com.videowindow.patina.command.erasure.Annas.HELD;
import static com.videowindow.patina.command.erasure.Annas.LIFTED;
import static com.videowindow.patina.command.erasure.Annas.NOON;
import static com.videowindow.patina.command.erasure.Annas.OFFICER;
import static com.videowindow.patina.command.erasure.Annas.PLACED;
import static com.videowindow.patina.command.erasure.Annas.REQUESTED;
import static com.videowindow.patina.command.erasure.Annas.SECOND;
import static com.videowindow.patina.command.erasure.Annas.SELF;
import static com.videowindow.patina.command.erasure.Annas.STARTED;

import com.videowindow.patina.command.HeldPeople;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.HoldErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.ReleaseErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.StartErasure;
import com.videowindow.patina.command.erasure.HoldCommand.LiftHold;
import com.videowindow.patina.command.erasure.HoldCommand.PlaceHold;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureHeld;
import com.videowindow.patina.domain.erasure.ErasureReleased;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.LegalHoldEvent;
import com.videowindow.patina.domain.erasure.LegalHoldLifted;
import com.videowindow.patina.domain.erasure.LegalHoldPlaced;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.erasure.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Officers keep what the law wants kept, before anybody asks to erase it as well as after. */
class HoldingTest {
    private final HeldPeople parts = new HeldPeople();
    private final FixtureConfiguration<Erasure> erasure =
            new AggregateTestFixture<>(Erasure.class).registerInjectableResource(parts);

    @Test
    void no_hold_outlasts_the_keys() {
        ErasureEvent released = new ErasureReleased(FIRST, ANNA, ENGINE, ReleaseReason.KEYS_DESTROYED, NOON);
        LegalHoldEvent lifted = new LegalHoldLifted(ANNA, ENGINE, CASE, NOON);
        erasure.given(REQUESTED, PLACED, HELD).when(AGAIN).expectEvents(lifted, released);
        erasure.given(REQUESTED, PLACED, HELD, lifted, released)
                .when(new StartErasure(FIRST, ANNA, false, NOON))
                .expectEvents(new ErasureStarted(FIRST, ANNA, NOON));
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
}
