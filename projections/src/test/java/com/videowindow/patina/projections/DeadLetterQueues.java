package com.videowindow.patina.projections;

import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** The queues of a log, as the container knows them. */
record DeadLetterQueues(OpenLog log) implements Function<String, SequencedDeadLetterQueue<EventMessage<?>>> {
    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> apply(String group) {
        return log.deadLetters(group);
    }
}
