package com.videowindow.patina.sagas.request;

import com.videowindow.patina.command.request.RequestCommand;
import com.videowindow.patina.command.request.RequestCommand.EndByErasure;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Closes what is open about people who were erased, also what was entered while its person left. */
@Component
final class EndedByErasure extends ClosingRounds {

    /** The end of the erasure itself is their answer. */
    private static final Set<RequestKind> ENDED_ANYHOW = Set.of(RequestKind.ERASURE, RequestKind.PARTIAL_ERASURE);

    private final Erasures erasures;

    EndedByErasure(OpenRequests requests, Erasures erasures, CommandGateway commands) {
        super("ended-requests", requests, commands);
        this.erasures = erasures;
    }

    @Override
    protected Optional<RequestCommand> closing(RequestProgress one, Instant now) {
        return ENDED_ANYHOW.contains(one.kind()) || !erasures.isErased(one.subject())
                ? Optional.empty()
                : Optional.of(new EndByErasure(one.request(), one.subject(), one.state() == RequestState.FAILED, now));
    }
}
