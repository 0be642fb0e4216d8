package com.videowindow.patina.sagas.request;

import com.videowindow.patina.command.request.RequestCommand;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.request.OpenRequests;
import com.videowindow.patina.domain.request.RequestProgress;
import com.videowindow.patina.sagas.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes open requests for a reason that follows from the log alone. It is looked for again and again, on all nodes, so that no
 * node that dies loses one; each is tried by itself, so that none keeps the others from their end.
 */
abstract class ClosingRounds extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(ClosingRounds.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    protected final OpenRequests requests;
    private final CommandGateway commands;
    private final Clock clock = Clock.systemUTC();

    protected ClosingRounds(String name, OpenRequests requests, CommandGateway commands) {
        super(name, LOOK);
        this.requests = requests;
        this.commands = commands;
    }

    /** What closes it now; nothing where it stays open. */
    protected abstract Optional<RequestCommand> closing(RequestProgress one, Instant now);

    @Override
    protected final List<Runnable> rounds() {
        return List.of(() -> requests.open().forEach(this::attempt));
    }

    private void attempt(RequestProgress one) {
        try {
            closing(one, clock.instant()).ifPresent(commands::sendAndWait);
        } catch (LogUnavailable e) {
            log.debug("Requests are closed later: {}", e.toString());
        } catch (Refused
                | ConcurrencyException
                | AggregateStreamCreationException
                | CommandExecutionException overtaken) {
            log.debug("A request was closed otherwise meanwhile: {}", overtaken.toString());
        } catch (RuntimeException e) {
            log.error("A request cannot be closed; it is tried again", e);
        }
    }
}
