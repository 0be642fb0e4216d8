package com.videowindow.patina.command.erasure;

import static com.videowindow.patina.command.erasure.Annas.AGAIN;
import static com.videowindow.patina.command.erasure.Annas.ANNA;
import static com.videowindow.patina.command.erasure.Annas.CANCELLED;
import static com.videowindow.patina.command.erasure.Annas.CASE;
import static com.videowindow.patina.command.erasure.Annas.CERTIFIED;
import static com.videowindow.patina.command.erasure.Annas.DUE;
import static com.videowindow.patina.command.erasure.Annas.ENGINE;
import static com.videowindow.patina.command.erasure.Annas.ERASED;
import static com.videowindow.patina.command.erasure.Annas.FENCE;
import static com.videowindow.patina.command.erasure.Annas.FIRST;
import static com.videowindow.patina.command.erasure.Annas.HELD;
import static com.videowindow.patina.command.erasure.Annas.NOON;
import static com.videowindow.patina.command.erasure.Annas.OFFICER;
import static com.videowindow.patina.command.erasure.Annas.PLACED;
import static com.videowindow.patina.command.erasure.Annas.REQUESTED;
import static com.videowindow.patina.command.erasure.Annas.SECOND;
import static com.videowindow.patina.command.erasure.Annas.SELF;
import static com.videowindow.patina.command.erasure.Annas.STARTED;

import com.videowindow.patina.command.HeldPeople;
import com.videowindow.patina.command.erasure.ErasureCommand.CancelErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.CertifyErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.HoldErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.RecordErased;
import com.videowindow.patina.command.erasure.ErasureCommand.RequestErasure;
import com.videowindow.patina.command.erasure.ErasureCommand.StartErasure;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.erasure.ErasureBroughtForward;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureRequested;
import com.videowindow.patina.domain.erasure.ErasureStarted;
import com.videowindow.patina.domain.erasure.HoldBasis;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.Arrival;
import com.videowindow.patina.domain.request.Manner;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** One person asks to be erased, and it is done step by step; what holds it is told in {@link HoldingTest}. */
class ErasureTest {
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
        erasure.given(REQUESTED, PLACED, HELD).when(sooner).expectEvents(forward);
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
        erasure.given(REQUESTED, PLACED, HELD)
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
