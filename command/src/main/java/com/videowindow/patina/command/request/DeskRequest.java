package com.videowindow.patina.command.request;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.videowindow.patina.command.request.RequestCommand.AnswerInPart;
import com.videowindow.patina.command.request.RequestCommand.AnswerRequest;
import com.videowindow.patina.command.request.RequestCommand.AskRectification;
import com.videowindow.patina.command.request.RequestCommand.DenyRequest;
import com.videowindow.patina.command.request.RequestCommand.EndByErasure;
import com.videowindow.patina.command.request.RequestCommand.ExtendRequest;
import com.videowindow.patina.command.request.RequestCommand.ReceiveAboutNobody;
import com.videowindow.patina.command.request.RequestCommand.ReceiveRequest;
import com.videowindow.patina.command.request.RequestCommand.WithdrawRequest;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.Leavers;
import com.videowindow.patina.domain.rectification.RectificationAsked;
import com.videowindow.patina.domain.request.DenialBasis;
import com.videowindow.patina.domain.request.Manner;
import com.videowindow.patina.domain.request.RequestAnswered;
import com.videowindow.patina.domain.request.RequestAnsweredInPart;
import com.videowindow.patina.domain.request.RequestDenied;
import com.videowindow.patina.domain.request.RequestEndedByErasure;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestExtended;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestReceived;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.domain.request.RequestWithdrawn;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What officers decided about one request. One that the engine carries out begins elsewhere: here stands then only that it
 * was extended or denied, and whoever sends a command brings when it came, which never changes.
 */
@Aggregate(type = "request")
final class DeskRequest {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private @Nullable RequestKind enteredAs;
    private @Nullable RectificationAsked said;
    private @Nullable RequestEvent extension;
    private @Nullable RequestEvent end;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(ReceiveRequest command) {
        if (stream == null) {
            apply(received(command));
        }
        return command.request();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(ReceiveAboutNobody command) {
        ReceiveRequest said = command.received();
        if (stream == null) {
            apply(received(said));
            apply(new RequestAnswered(said.request(), said.subject(), said.by(), Response.NOTHING_KEPT, said.at()));
        }
        return command.request();
    }

    private static RequestReceived received(ReceiveRequest command) {
        return new RequestReceived(
                command.request(),
                command.subject(),
                command.by(),
                command.kind(),
                command.manner(),
                command.regulation(),
                command.received(),
                command.joined(),
                command.at());
    }

    /** What was said and that it is to be answered are one append: neither is ever there without the other. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(AskRectification command, Leavers leavers, PastEvents past) {
        if (stream != null) {
            demandSame(command);
            return command.request();
        }
        OwnFacts.demand(command, leavers, past);
        apply(new RequestReceived(
                command.request(),
                command.subject(),
                new Actor(Actor.Kind.SUBJECT, command.subject()),
                RequestKind.RECTIFICATION,
                Manner.ACCOUNT,
                command.regulation(),
                command.at(),
                null,
                command.at()));
        apply(new RectificationAsked(
                command.subject(), command.request(), command.of(), command.statement(), command.at()));
        return command.request();
    }

    /** What can be read no more was said, and is not said again. */
    private void demandSame(AskRectification command) {
        if (said != null
                && !(said.statement().equals(command.statement()) && Objects.equals(said.of(), command.of()))) {
            throw new Refused(new Refusal.MessageReused());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(ExtendRequest command) {
        if (extension instanceof RequestExtended before && before.reason() == command.reason()) {
            return command.request();
        }
        demandOpen();
        if (extension != null) {
            throw new Refused(new Refusal.RequestIs(RequestState.OPEN, true));
        }
        if (isOptOut()) {
            throw new Refused(new Refusal.NoExtension());
        }
        Instant first = command.regulation().deadline(command.received());
        if (command.at().isAfter(first)) {
            throw new Refused(new Refusal.ExtensionTooLate());
        }
        apply(new RequestExtended(
                command.request(),
                command.subject(),
                command.by(),
                command.reason(),
                command.regulation().extended(command.received()),
                command.at()));
        return command.request();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(AnswerRequest command) {
        demandAnswerable(command.failed());
        if (end instanceof RequestAnswered before && before.response() == command.response()) {
            return command.request();
        }
        demandOpen();
        apply(new RequestAnswered(
                command.request(), command.subject(), command.by(), command.response(), command.at()));
        return command.request();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(AnswerInPart command) {
        demandAnswerable(command.failed());
        boolean again = end instanceof RequestAnsweredInPart before && before.basis() == command.basis();
        return refuse(
                again,
                command.basis(),
                new RequestAnsweredInPart(
                        command.request(),
                        command.subject(),
                        command.by(),
                        command.basis(),
                        command.reference(),
                        command.at()));
    }

    /** Ends it on a basis for not doing all of it; the same again changes nothing. */
    private RequestId refuse(boolean again, DenialBasis basis, RequestEvent refusal) {
        if (!again) {
            demandOpen();
            demandBasis(basis);
            apply(refusal);
        }
        return refusal.request();
    }

    private void demandAnswerable(boolean failed) {
        if (enteredAs == null && !failed) {
            throw new Refused(new Refusal.AnsweredByEngine());
        }
    }

    private boolean isOptOut() {
        return enteredAs != null && enteredAs.isOptOut();
    }

    /** Who opts out need not show who they are, so that nobody keeps them from it by asking. */
    private void demandBasis(DenialBasis basis) {
        if (basis == DenialBasis.IDENTITY_NOT_VERIFIED && isOptOut()) {
            throw new Refused(new Refusal.Implausible("basis", "is none for an opt-out, which needs no verification"));
        }
    }

    /** What the engine carries out it ends itself, unless it had failed to. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(EndByErasure command) {
        if (end == null && (enteredAs != null || command.failed())) {
            apply(new RequestEndedByErasure(command.request(), command.subject(), command.at()));
        }
        return command.request();
    }

    @CommandHandler
    RequestId handle(WithdrawRequest command) {
        if (end == null) {
            apply(new RequestWithdrawn(command.request(), command.subject(), command.at()));
        }
        return command.request();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RequestId handle(DenyRequest command) {
        boolean again = end instanceof RequestDenied before && before.basis() == command.basis();
        return refuse(
                again,
                command.basis(),
                new RequestDenied(
                        command.request(),
                        command.subject(),
                        command.by(),
                        command.basis(),
                        command.reference(),
                        command.at()));
    }

    private void demandOpen() {
        if (end != null) {
            throw new Refused(new Refusal.RequestIs(stateAt(end), extension != null));
        }
    }

    private static RequestState stateAt(RequestEvent end) {
        return switch (end) {
            case RequestDenied denied -> RequestState.DENIED;
            case RequestEndedByErasure gone -> RequestState.ENDED_BY_ERASURE;
            case RequestWithdrawn back -> RequestState.WITHDRAWN;
            case RequestAnswered answered -> RequestState.ANSWERED;
            case RequestAnsweredInPart answered -> RequestState.ANSWERED;
            case RequestReceived received -> RequestState.OPEN;
            case RequestExtended extended -> RequestState.OPEN;
        };
    }

    @EventSourcingHandler
    void on(RequestEvent event) {
        stream = RequestEvent.stream(event.request());
        switch (event) {
            case RequestReceived received -> enteredAs = received.kind();
            case RequestExtended extended -> extension = extended;
            case RequestAnswered answered -> end = answered;
            case RequestAnsweredInPart answered -> end = answered;
            case RequestDenied denied -> end = denied;
            case RequestEndedByErasure gone -> end = gone;
            case RequestWithdrawn back -> end = back;
        }
    }

    @EventSourcingHandler
    void on(RectificationAsked event) {
        said = event;
    }
}
