package com.videowindow.patina.domain.request;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.RequestStep.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as it stands, folded from its steps.
 *
 * @param by who asked for it, or entered it
 * @param received from when on the law's clock runs
 * @param due by when it has to be answered, as extended
 * @param joined the request that answers it too; absent of one that is answered by itself
 * @param extension absent while it was not
 * @param response absent while it was not answered
 * @param denial absent unless it was denied, whole or in part
 * @param closed when it was answered, denied, taken back, or ended otherwise
 */
public record RequestProgress(
        RequestId request,
        SubjectId subject,
        RequestKind kind,
        Manner manner,
        Actor by,
        Regulation regulation,
        RequestState state,
        Instant received,
        Instant due,
        @Nullable RequestId joined,
        @Nullable Extension extension,
        @Nullable Response response,
        @Nullable Denial denial,
        @Nullable Instant closed) {

    /** Why it takes longer, as the person is told, and since when that was known. */
    public record Extension(ExtensionReason reason, Instant at) {}

    /** Why it was denied. */
    public record Denial(DenialBasis basis, CaseReference reference) {}

    /** @param before absent where the event is the first of this request; stays absent where that is not known */
    public static @Nullable RequestProgress after(@Nullable RequestProgress before, RequestStep event) {
        if (before != null) {
            return before.then(event.step(), event.at());
        }
        return switch (event.step()) {
            case Step.Opened opened -> first(event, opened);
            case Step.Met met -> first(event, met.opened()).then(met, event.at());
            default -> null;
        };
    }

    private static RequestProgress first(RequestStep event, Step.Opened opened) {
        return new RequestProgress(
                event.request(),
                event.subject(),
                opened.kind(),
                opened.manner(),
                opened.by(),
                opened.regulation(),
                RequestState.OPEN,
                opened.received(),
                opened.kind().deadline(opened.regulation(), opened.received()),
                opened.joined(),
                null,
                null,
                null,
                null);
    }

    /** What was denied stays so, whatever was under way for it. */
    private RequestProgress then(Step step, Instant at) {
        if (state == RequestState.DENIED) {
            return this;
        }
        return switch (step) {
            case Step.Opened again -> this;
            case Step.Held held -> in(RequestState.HELD, null, null, null);
            case Step.Released released -> in(RequestState.OPEN, null, null, null);
            case Step.Extended extended -> extended(extended.until(), new Extension(extended.reason(), at));
            case Step.Answered answered -> in(RequestState.ANSWERED, answered.response(), null, at);
            case Step.AnsweredInPart part ->
                in(RequestState.ANSWERED, Response.COMPLIED_IN_PART, new Denial(part.basis(), part.reference()), at);
            case Step.Met met -> state.isOpen() ? in(RequestState.ANSWERED, Response.COMPLIED, null, at) : this;
            case Step.Denied denied ->
                in(RequestState.DENIED, null, new Denial(denied.basis(), denied.reference()), at);
            case Step.Withdrawn withdrawn -> in(RequestState.WITHDRAWN, null, null, at);
            case Step.Ended ended ->
                state.isOpen() ? in(ended.as(), null, null, ended.as().isOpen() ? null : at) : this;
        };
    }

    private RequestProgress extended(Instant until, Extension why) {
        return new RequestProgress(
                request,
                subject,
                kind,
                manner,
                by,
                regulation,
                state,
                received,
                until,
                joined,
                why,
                response,
                denial,
                closed);
    }

    private RequestProgress in(RequestState now, @Nullable Response said, @Nullable Denial why, @Nullable Instant end) {
        return new RequestProgress(
                request, subject, kind, manner, by, regulation, now, received, due, joined, extension, said, why, end);
    }
}
