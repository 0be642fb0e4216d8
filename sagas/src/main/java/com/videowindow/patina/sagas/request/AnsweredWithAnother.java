package com.videowindow.patina.sagas.request;

import com.videowindow.patina.command.request.RequestCommand;
import com.videowindow.patina.command.request.RequestCommand.AnswerInPart;
import com.videowindow.patina.command.request.RequestCommand.AnswerRequest;
import com.videowindow.patina.command.request.RequestCommand.DenyRequest;
import com.videowindow.patina.command.request.RequestCommand.EndByErasure;
import com.videowindow.patina.command.request.RequestCommand.WithdrawRequest;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.erasure.Actor;
import com.videowindow.patina.domain.erasure.ErasureEvent;
import com.videowindow.patina.domain.export.ExportEvent;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestEvent;
import com.videowindow.patina.domain.request.RequestId;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestStep;
import com.videowindow.patina.domain.request.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes what was joined to a request that was under way, in the way in which that was closed. How that stands is read from the
 * log, which alone knows of one that was closed long ago.
 */
@Component
final class AnsweredWithAnother extends ClosingRounds {
    private final PastEvents past;

    AnsweredWithAnother(OpenRequests requests, PastEvents past, CommandGateway commands) {
        super("joined-requests", requests, commands);
        this.past = past;
    }

    @Override
    protected Optional<RequestCommand> closing(RequestProgress one, Instant now) {
        RequestId other = one.joined();
        return other == null || isOpen(other)
                ? Optional.empty()
                : stands(other, one).flatMap(known -> asThat(known, one, now));
    }

    private boolean isOpen(RequestId other) {
        return requests.find(other).filter(known -> known.state().isOpen()).isPresent();
    }

    private Optional<RequestProgress> stands(RequestId other, RequestProgress one) {
        SortedMap<LogPosition, DomainEvent> events = new TreeMap<>();
        Stream.of(ErasureEvent.stream(one.subject()), ExportEvent.stream(one.subject()), RequestEvent.stream(other))
                .forEach(stream -> events.putAll(past.stream(stream)));
        @Nullable RequestProgress stands = null;
        for (DomainEvent event : events.values()) {
            if (event instanceof RequestStep step && step.request().equals(other)) {
                stands = RequestProgress.after(stands, step);
            }
        }
        return Optional.ofNullable(stands);
    }

    /** Nothing as long as the other is open. */
    private static Optional<RequestCommand> asThat(RequestProgress other, RequestProgress one, Instant now) {
        Actor engine = new Actor(Actor.Kind.ENGINE, one.subject());
        RequestProgress.Denial denial = other.denial();
        return switch (other.state()) {
            case OPEN, HELD, FAILED -> Optional.empty();
            case ANSWERED ->
                Optional.of(
                        denial == null
                                ? new AnswerRequest(one.request(), one.subject(), engine, response(other), false, now)
                                : new AnswerInPart(
                                        one.request(),
                                        one.subject(),
                                        engine,
                                        denial.basis(),
                                        denial.reference(),
                                        false,
                                        now));
            case DENIED ->
                Optional.ofNullable(denial)
                        .map(why -> new DenyRequest(
                                one.request(), one.subject(), engine, why.basis(), why.reference(), now));
            case WITHDRAWN -> Optional.of(new WithdrawRequest(one.request(), one.subject(), now));
            case ENDED_BY_ERASURE -> Optional.of(new EndByErasure(one.request(), one.subject(), false, now));
        };
    }

    private static Response response(RequestProgress answered) {
        return Objects.requireNonNullElse(answered.response(), Response.COMPLIED);
    }
}
