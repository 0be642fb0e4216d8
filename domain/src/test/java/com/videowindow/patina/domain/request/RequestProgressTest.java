package com.videowindow.patina.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.ExportFailed;
import com.videowindow.patina.domain.export.ExportFailure;
import com.videowindow.patina.domain.export.ExportId;
import com.videowindow.patina.domain.export.ExportMade;
import com.videowindow.patina.domain.export.ExportRemoved;
import com.videowindow.patina.domain.export.ExportRequested;
import com.videowindow.patina.domain.export.RemovalReason;
import java.time.Instant;
import java.util.Objects;
import net.jqwik.api.Example;

/** What becomes of a request for a copy, however its making ends. */
class RequestProgressTest {
    private static final SubjectId ANNA = SubjectId.of("00000000-0000-4000-8000-00000000000a");
    private static final ExportId COPY = ExportId.of("00000000-0000-4000-8000-0000000000e1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final RequestStep ASKED = new ExportRequested(
            COPY,
            ANNA,
            new Actor(Actor.Kind.SUBJECT, ANNA),
            Regulation.GDPR,
            Regulation.GDPR.deadline(NOON),
            null,
            null,
            NOON);
    private static final RequestStep MADE = new ExportMade(
            COPY, ANNA, new ArchiveSummary(LogPosition.START, 0, 0, 0, "00"), LATER, NOON.plusSeconds(1));

    private static RequestProgress after(RequestStep... events) {
        RequestProgress now = null;
        for (RequestStep event : events) {
            now = RequestProgress.after(now, event);
        }
        return Objects.requireNonNull(now);
    }

    private static RequestStep removed(RemovalReason why) {
        return new ExportRemoved(COPY, ANNA, why, LATER);
    }

    @Example
    void one_that_was_entered_came_as_it_says_and_any_other_as_it_was_asked() {
        Actor officer = new Actor(Actor.Kind.OFFICER, ANNA);
        Instant came = NOON.minusSeconds(86_400);
        RequestStep entered = new ExportRequested(
                COPY,
                ANNA,
                officer,
                Regulation.CCPA,
                LATER,
                new Arrival(Manner.LETTER, came),
                RequestKind.PORTABILITY,
                NOON);
        assertThat(after(entered))
                .returns(came, RequestProgress::received)
                .returns(Manner.LETTER, RequestProgress::manner)
                .returns(RequestKind.PORTABILITY, RequestProgress::kind)
                .returns(Regulation.CCPA.deadline(came), RequestProgress::due);
        assertThat(after(ASKED))
                .returns(RequestKind.ACCESS, RequestProgress::kind)
                .returns(NOON, RequestProgress::received)
                .returns(Manner.ACCOUNT, RequestProgress::manner);
    }

    @Example
    void what_is_given_up_is_closed_with_what_happened() {
        assertThat(after(ASKED, removed(RemovalReason.DELETED)))
                .returns(RequestState.WITHDRAWN, RequestProgress::state)
                .returns(LATER, RequestProgress::closed);
        assertThat(after(ASKED, removed(RemovalReason.LEAVING)))
                .returns(RequestState.ENDED_BY_ERASURE, RequestProgress::state)
                .returns(LATER, RequestProgress::closed);
    }

    @Example
    void what_could_not_be_made_stays_open_until_somebody_answers() {
        for (RequestStep end : new RequestStep[] {
            new ExportFailed(COPY, ANNA, ExportFailure.INCOMPLETE, LATER), removed(RemovalReason.PART_ERASED)
        }) {
            RequestProgress failed = after(ASKED, end);
            assertThat(failed.state()).isEqualTo(RequestState.FAILED);
            assertThat(failed.state().isOpen()).isTrue();
            assertThat(failed.closed()).isNull();
        }
    }

    @Example
    void what_was_answered_stays_so_whatever_becomes_of_the_archive() {
        RequestProgress answered = after(ASKED, MADE);
        for (RemovalReason why : RemovalReason.values()) {
            assertThat(after(ASKED, MADE, removed(why))).isEqualTo(answered);
        }
    }

    @Example
    void what_held_at_once_is_closed_as_it_comes() {
        RequestId id = new RequestId(COPY.value());
        Actor self = new Actor(Actor.Kind.SUBJECT, ANNA);
        RequestStep met = new RequestMet(
                id, ANNA, self, RequestKind.SALE_OPT_OUT, Manner.OPT_OUT_PREFERENCE_SIGNAL, Regulation.CCPA, NOON);
        assertThat(after(met))
                .returns(RequestState.ANSWERED, RequestProgress::state)
                .returns(Response.COMPLIED, RequestProgress::response)
                .returns(NOON, RequestProgress::received)
                .returns(NOON, RequestProgress::closed)
                .isEqualTo(after(met, met));
    }

    @Example
    void an_answer_in_part_says_why_the_rest_was_denied() {
        RequestId id = new RequestId(COPY.value());
        Actor self = new Actor(Actor.Kind.SUBJECT, ANNA);
        CaseReference reference = new CaseReference("2026-17");
        RequestProgress part =
                after(ASKED, new RequestAnsweredInPart(id, ANNA, self, DenialBasis.RIGHTS_OF_OTHERS, reference, LATER));
        assertThat(part)
                .returns(RequestState.ANSWERED, RequestProgress::state)
                .returns(Response.COMPLIED_IN_PART, RequestProgress::response)
                .returns(new RequestProgress.Denial(DenialBasis.RIGHTS_OF_OTHERS, reference), RequestProgress::denial);
    }

    @Example
    void the_end_of_its_person_closes_what_is_open_and_nothing_else() {
        RequestStep gone = new RequestEndedByErasure(new RequestId(COPY.value()), ANNA, LATER);
        assertThat(after(ASKED, gone))
                .returns(RequestState.ENDED_BY_ERASURE, RequestProgress::state)
                .returns(LATER, RequestProgress::closed);
        assertThat(after(ASKED, MADE, gone)).isEqualTo(after(ASKED, MADE));
    }
}
