package com.videowindow.patina.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.ExtensionReason;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request, as officers and the person see it.
 *
 * @param subject absent where the person asks, who is nobody else
 * @param requestedBy in which role
 * @param due by when it has to be answered, as extended
 * @param joined the request that was under way already, with which this one is answered
 * @param denial why it was denied, or the part that was not complied with
 * @param closedAt when it was answered, denied, taken back, or ended otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        RequestId id,
        RequestKind kind,
        RequestState state,
        @Nullable SubjectId subject,
        Manner manner,
        Actor.Kind requestedBy,
        Regulation regulation,
        Instant receivedAt,
        Instant due,
        @Nullable RequestId joined,
        @Nullable ExtensionView extension,
        @Nullable Response response,
        @Nullable DenialView denial,
        @Nullable Instant closedAt) {

    /** Why it takes longer, and when that was decided. */
    record ExtensionView(ExtensionReason reason, Instant at) {}

    /** @param reference of the case, for officers alone */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DenialView(DenialBasis basis, @Nullable CaseReference reference) {}

    static RequestView forOfficer(RequestProgress one) {
        return of(one, one.subject(), true);
    }

    static RequestView forPerson(RequestProgress one) {
        return of(one, null, false);
    }

    private static RequestView of(RequestProgress one, @Nullable SubjectId subject, boolean whole) {
        RequestProgress.Extension extension = one.extension();
        RequestProgress.Denial denial = one.denial();
        return new RequestView(
                one.request(),
                one.kind(),
                one.state(),
                subject,
                one.manner(),
                one.by().kind(),
                one.regulation(),
                one.received(),
                one.due(),
                one.joined(),
                extension == null ? null : new ExtensionView(extension.reason(), extension.at()),
                one.response(),
                denial == null ? null : new DenialView(denial.basis(), whole ? denial.reference() : null),
                one.closed());
    }
}
