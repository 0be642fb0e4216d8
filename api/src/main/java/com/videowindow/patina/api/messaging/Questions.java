package com.videowindow.patina.api.messaging;

import com.videowindow.patina.api.problem.Correlation;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryGateway;

/** Asks questions, and does not wait for ever. */
public final class Questions {

    private static final long PATIENCE_SECONDS = 5;

    private final QueryGateway gateway;

    Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public <A> A ask(Object question, Class<A> answer) {
        return ask(question, ResponseTypes.instanceOf(answer));
    }

    public <A> Optional<A> find(Object question, Class<A> answer) {
        return ask(question, ResponseTypes.optionalInstanceOf(answer));
    }

    private <A> A ask(Object question, ResponseType<A> answer) {
        Map<String, Object> trace = Map.of(Messaging.TRACE, Correlation.trace());
        try {
            return gateway.query(new GenericQueryMessage<>(question, answer).andMetaData(trace), answer)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A question was not answered", failed);
        } catch (TimeoutException slow) {
            throw new ReadModelUnavailable("A question was not answered in time", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ReadModelUnavailable("Stopping", stopped);
        }
    }
}
