package com.videowindow.patina.command.request;

import com.videowindow.patina.command.request.RequestCommand.AnswerInPart;
import com.videowindow.patina.command.request.RequestCommand.AnswerRequest;
import com.videowindow.patina.command.request.RequestCommand.DenyRequest;
import com.videowindow.patina.command.request.RequestCommand.EndByErasure;
import com.videowindow.patina.command.request.RequestCommand.ExtendRequest;
import com.videowindow.patina.command.request.RequestCommand.ReceiveAboutNobody;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.command.request.RequestCommand.WithdrawRequest;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.ExtensionReason;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestAnsweredInPart;
import com.videowindow.patina.domain.request.RequestDenied;
import com.videowindow.patina.domain.request.RequestEndedByErasure;
import com.videowindow.patina.domain.request.RequestExtended;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.RequestWithdrawn;
import com.videowindow.patina.domain.request.Response;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeskRequestTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final RequestId ID = RequestId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Actor OFFICER =
            new Actor(Actor.Kind.OFFICER, SubjectId.of("00000000-0000-4000-8000-00000000000f"));
    private static final Instant CAME = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant MONTH_LATER = Instant.parse("2026-02-28T12:00:00Z");
    private static final CaseReference CASE = new CaseReference("2026-17");
    private static final RequestReceived RECEIVED = new RequestReceived(
            ID, ANNA, OFFICER, RequestKind.ACCESS, Manner.EMAIL, Regulation.GDPR, CAME, null, CAME.plusSeconds(60));
    private static final RequestExtended EXTENDED = new RequestExtended(
            ID, ANNA, OFFICER, ExtensionReason.COMPLEXITY, Instant.parse("2026-04-30T12:00:00Z"), CAME);

    private final FixtureConfiguration<DeskRequest> request = new AggregateTestFixture<>(DeskRequest.class);

    private static ExtendRequest extend(Regulation regulation, Instant at) {
        return new ExtendRequest(ID, ANNA, OFFICER, regulation, CAME, ExtensionReason.COMPLEXITY, at);
    }

    private static DenyRequest deny() {
        return new DenyRequest(ID, ANNA, OFFICER, DenialBasis.EXCESSIVE, CASE, CAME);
    }

    @Test
    void entering_it_again_changes_nothing() {
        ReceiveRequest again = new ReceiveRequest(
                ID, ANNA, OFFICER, RequestKind.ACCESS, Manner.EMAIL, Regulation.GDPR, CAME, null, CAME.plusSeconds(60));
        request.givenNoPriorActivity().when(again).expectEvents(RECEIVED);
        request.given(RECEIVED).when(again).expectNoEvents();
    }

    @Test
    void two_months_more_end_when_three_would() {
        request.given(RECEIVED).when(extend(Regulation.GDPR, CAME)).expectEvents(EXTENDED);
        request.given(RECEIVED, EXTENDED)
                .when(extend(Regulation.GDPR, MONTH_LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_erasure_which_stands_elsewhere_is_extended_by_45_days_too() {
        request.givenNoPriorActivity()
                .when(extend(Regulation.CCPA, CAME))
                .expectEvents(new RequestExtended(
                        ID, ANNA, OFFICER, ExtensionReason.COMPLEXITY, CAME.plus(Duration.ofDays(90)), CAME));
    }

    @Test
    void it_is_extended_once_and_in_the_first_period_only() {
        request.given(RECEIVED).when(extend(Regulation.GDPR, MONTH_LATER)).expectSuccessfulHandlerExecution();
        request.given(RECEIVED)
                .when(extend(Regulation.GDPR, MONTH_LATER.plusMillis(1)))
                .expectException(Refused.class)
                .expectNoEvents();
        request.given(RECEIVED, EXTENDED)
                .when(new ExtendRequest(
                        ID, ANNA, OFFICER, Regulation.GDPR, CAME, ExtensionReason.NUMBER_OF_REQUESTS, CAME))
                .expectException(Refused.class);
    }

    @Test
    void what_is_denied_is_not_answered_and_the_other_way_round() {
        AnswerRequest answer = new AnswerRequest(ID, ANNA, OFFICER, Response.COMPLIED, false, CAME);
        RequestDenied denied = new RequestDenied(ID, ANNA, OFFICER, DenialBasis.EXCESSIVE, CASE, CAME);
        RequestAnswered answered = new RequestAnswered(ID, ANNA, OFFICER, Response.COMPLIED, CAME);
        request.given(RECEIVED).when(deny()).expectEvents(denied);
        request.given(RECEIVED, denied).when(deny()).expectNoEvents();
        request.given(RECEIVED, denied).when(answer).expectException(Refused.class);
        request.given(RECEIVED).when(answer).expectEvents(answered);
        request.given(RECEIVED, answered).when(answer).expectNoEvents();
        request.given(RECEIVED, answered).when(deny()).expectException(Refused.class);
    }

    @Test
    void what_the_engine_carries_out_it_answers_itself() {
        request.givenNoPriorActivity()
                .when(new AnswerRequest(ID, ANNA, OFFICER, Response.COMPLIED, false, CAME))
                .expectException(Refused.class)
                .expectNoEvents();
        request.givenNoPriorActivity().when(deny()).expectSuccessfulHandlerExecution();
    }

    @Test
    void what_the_engine_failed_to_carry_out_is_answered_by_hand() {
        AnswerRequest answer = new AnswerRequest(ID, ANNA, OFFICER, Response.COMPLIED, true, CAME);
        RequestAnswered answered = new RequestAnswered(ID, ANNA, OFFICER, Response.COMPLIED, CAME);
        request.givenNoPriorActivity().when(answer).expectEvents(answered);
        request.given(answered).when(answer).expectNoEvents();
    }

    @Test
    void an_answer_in_part_has_a_basis_for_the_rest() {
        AnswerInPart answer = new AnswerInPart(ID, ANNA, OFFICER, DenialBasis.EXCESSIVE, CASE, false, CAME);
        RequestAnsweredInPart answered =
                new RequestAnsweredInPart(ID, ANNA, OFFICER, DenialBasis.EXCESSIVE, CASE, CAME);
        request.given(RECEIVED).when(answer).expectEvents(answered);
        request.given(RECEIVED, answered).when(answer).expectNoEvents();
        request.given(RECEIVED, answered).when(deny()).expectException(Refused.class);
        request.givenNoPriorActivity().when(answer).expectException(Refused.class);
    }

    private static RequestReceived optOut(RequestKind kind) {
        return new RequestReceived(ID, ANNA, OFFICER, kind, Manner.EMAIL, Regulation.CCPA, CAME, null, CAME);
    }

    @Test
    void an_opt_out_is_neither_extended_nor_denied_for_want_of_a_proof_who_asks() {
        DenyRequest unverified = new DenyRequest(ID, ANNA, OFFICER, DenialBasis.IDENTITY_NOT_VERIFIED, CASE, CAME);
        AnswerInPart inPart = new AnswerInPart(ID, ANNA, OFFICER, DenialBasis.IDENTITY_NOT_VERIFIED, CASE, false, CAME);
        for (RequestKind kind :
                new RequestKind[] {RequestKind.SALE_OPT_OUT, RequestKind.SHARING_OPT_OUT, RequestKind.LIMIT_USE}) {
            RequestReceived received = optOut(kind);
            request.given(received)
                    .when(extend(Regulation.CCPA, CAME))
                    .expectException(Refused.class)
                    .expectExceptionMessage("NoExtension");
            request.given(received)
                    .when(unverified)
                    .expectException(Refused.class)
                    .expectNoEvents();
            request.given(received).when(inPart).expectException(Refused.class).expectNoEvents();
            request.given(received).when(deny()).expectSuccessfulHandlerExecution();
        }
        request.given(RECEIVED).when(unverified).expectSuccessfulHandlerExecution();
    }

    @Test
    void about_nobody_it_is_answered_as_it_is_entered() {
        ReceiveRequest asked = new ReceiveRequest(
                ID, ANNA, OFFICER, RequestKind.ACCESS, Manner.EMAIL, Regulation.GDPR, CAME, null, CAME.plusSeconds(60));
        RequestAnswered answered = new RequestAnswered(ID, ANNA, OFFICER, Response.NOTHING_KEPT, CAME.plusSeconds(60));
        request.givenNoPriorActivity().when(new ReceiveAboutNobody(asked)).expectEvents(RECEIVED, answered);
        request.given(RECEIVED, answered).when(new ReceiveAboutNobody(asked)).expectNoEvents();
    }

    @Test
    void the_end_of_its_person_closes_once_what_officers_have_to_answer() {
        EndByErasure gone = new EndByErasure(ID, ANNA, false, CAME);
        RequestEndedByErasure ended = new RequestEndedByErasure(ID, ANNA, CAME);
        request.given(RECEIVED, EXTENDED).when(gone).expectEvents(ended);
        request.given(RECEIVED, ended).when(gone).expectNoEvents();
        request.given(RECEIVED, ended).when(deny()).expectException(Refused.class);
        request.givenNoPriorActivity().when(gone).expectNoEvents();
        request.givenNoPriorActivity()
                .when(new EndByErasure(ID, ANNA, true, CAME))
                .expectEvents(ended);
    }

    @Test
    void what_was_joined_to_one_that_is_taken_back_is_closed_once_with_it() {
        WithdrawRequest back = new WithdrawRequest(ID, ANNA, CAME);
        RequestWithdrawn withdrawn = new RequestWithdrawn(ID, ANNA, CAME);
        request.given(RECEIVED, EXTENDED).when(back).expectEvents(withdrawn);
        request.given(RECEIVED, withdrawn).when(back).expectNoEvents();
        request.given(RECEIVED, withdrawn).when(deny()).expectException(Refused.class);
    }
}
