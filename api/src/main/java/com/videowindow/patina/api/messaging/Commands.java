package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Correlation;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogInspection;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Sends commands and waits until what they decided is durable. */
public final class Commands {

    /** The tail of an aggregate, or its start, is lost to others at most this often in a row before the caller hears. */
    private static final int TRIES = 4;

    private final CommandGateway gateway;
    private final LogInspection log;

    Commands(CommandGateway gateway, LogInspection log) {
        this.gateway = gateway;
        this.log = log;
    }

    /** For commands that answer with what was stored. */
    public <R> R send(Object command, Class<R> answer) {
        return answer.cast(gateway.sendAndWait(message(command, new Receipt())));
    }

    /** For commands to aggregates, whose answer does not say where their events stand. */
    public <R> Done<R> sendForReceipt(Object command, Class<R> answer) {
        for (int attempt = 1; ; attempt++) {
            Receipt receipt = new Receipt();
            try {
                R result = answer.cast(gateway.sendAndWait(message(command, receipt)));
                LogPosition position = receipt.position();
                return new Done<>(result, position != null ? position : log.head());
            } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
                if (attempt == TRIES) {
                    throw overtaken;
                }
            }
        }
    }

    private static CommandMessage<Object> message(Object command, Receipt receipt) {
        return GenericCommandMessage.asCommandMessage(command)
                .andMetaData(Map.of(Receipt.KEY, receipt, Messaging.TRACE, Correlation.trace()));
    }
}
