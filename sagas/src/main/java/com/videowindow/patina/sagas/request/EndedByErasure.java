package com.videowindow.patina.sagas.request;

import com.videowindow.patina.command.request.RequestCommand.EndByErasure;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestKind;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.domain.request.RequestState;
import com.videowindow.patina.sagas.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes what is open about people who were erased. Which that is follows from the log alone, again and again, so that nothing
 * is lost by a node that dies, and what was entered while its person left is closed too.
 */
@Component
final class EndedByErasure extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(EndedByErasure.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The end of the erasure itself is their answer. */
    private static final Set<RequestKind> ENDED_ANYHOW = Set.of(RequestKind.ERASURE, RequestKind.PARTIAL_ERASURE);

    private final OpenRequests requests;
    private final Erasures erasures;
    private final CommandGateway commands;
    private final Clock clock = Clock.systemUTC();

    EndedByErasure(OpenRequests requests, Erasures erasures, CommandGateway commands) {
        super("ended-requests", LOOK);
        this.requests = requests;
        this.erasures = erasures;
        this.commands = commands;
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::endAll);
    }

    private void endAll() {
        requests.open().stream()
                .filter(one -> !ENDED_ANYHOW.contains(one.kind()) && erasures.isErased(one.subject()))
                .forEach(this::end);
    }

    private void end(RequestProgress one) {
        try {
            commands.sendAndWait(new EndByErasure(
                    one.request(), one.subject(), one.state() == RequestState.FAILED, clock.instant()));
        } catch (LogUnavailable e) {
            log.debug("Requests of those who left are closed later: {}", e.toString());
        } catch (Refused
                | ConcurrencyException
                | AggregateStreamCreationException
                | CommandExecutionException overtaken) {
            log.debug("A request was closed otherwise meanwhile: {}", overtaken.toString());
        } catch (RuntimeException e) {
            log.error("A request of somebody who left cannot be closed; it is tried again", e);
        }
    }
}
