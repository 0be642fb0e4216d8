package com.videowindow.patina.command.request;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.CaseReference;
import com.videowindow.patina.domain.erasure.Regulation;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.ExtensionReason;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What an officer decides about a request. Deciding the same again changes nothing. Answers the {@link RequestId}. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public sealed interface RequestCommand {
    RequestId request();

    @TargetAggregateIdentifier
    default String stream() {
        return RequestEvent.stream(request());
    }

    /**
     * Enter one that came to the operator.
     *
     * @param joined what is under way already and answers it too; absent where it is answered by hand
     */
    record ReceiveRequest(
            RequestId request,
            SubjectId subject,
            Actor by,
            RequestKind kind,
            Manner manner,
            Regulation regulation,
            Instant received,
            @Nullable RequestId joined,
            Instant at)
            implements RequestCommand {}

    /** Enter one about somebody of whom nothing is kept, and that this was the answer. */
    record ReceiveAboutNobody(ReceiveRequest received) implements RequestCommand {
        @Override
        public RequestId request() {
            return received.request();
        }
    }

    /**
     * Take what a person says is wrong about them, and enter it as a request; the same again under the same id changes
     * nothing.
     *
     * @param of the fact's place in the log, one of theirs; absent where it is about none in particular
     */
    record AskRectification(
            RequestId request,
            SubjectId subject,
            @Nullable LogPosition of,
            String statement,
            Regulation regulation,
            Instant at)
            implements RequestCommand {}

    /**
     * Take longer, once, within the first period.
     *
     * @param received when the request came, which does not change
     */
    record ExtendRequest(
            RequestId request,
            SubjectId subject,
            Actor by,
            Regulation regulation,
            Instant received,
            ExtensionReason reason,
            Instant at)
            implements RequestCommand {}

    /**
     * Comply with all of it, or say that there is nothing to do it about.
     *
     * @param failed whether the engine was to carry it out and could not, which stays so
     */
    record AnswerRequest(RequestId request, SubjectId subject, Actor by, Response response, boolean failed, Instant at)
            implements RequestCommand {
        public AnswerRequest {
            if (response == Response.COMPLIED_IN_PART) {
                throw new IllegalArgumentException("what is denied of it needs a basis");
            }
        }
    }

    /**
     * Comply with a part of it, and deny the rest.
     *
     * @param failed likewise
     */
    record AnswerInPart(
            RequestId request,
            SubjectId subject,
            Actor by,
            DenialBasis basis,
            CaseReference reference,
            boolean failed,
            Instant at)
            implements RequestCommand {}

    /**
     * Close what is open about somebody who was erased.
     *
     * @param failed likewise
     */
    record EndByErasure(RequestId request, SubjectId subject, boolean failed, Instant at) implements RequestCommand {}

    /** Close what was joined to one that was taken back. */
    record WithdrawRequest(RequestId request, SubjectId subject, Instant at) implements RequestCommand {}

    record DenyRequest(
            RequestId request, SubjectId subject, Actor by, DenialBasis basis, CaseReference reference, Instant at)
            implements RequestCommand {}
}
