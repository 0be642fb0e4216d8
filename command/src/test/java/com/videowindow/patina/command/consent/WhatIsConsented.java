package com.videowindow.patina.command.consent;

import com.videowindow.patina.domain.consent.ConsentEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The real gate, over a log that holds these choices of one person. */
public final class WhatIsConsented {

    private WhatIsConsented() {}

    public static ConsentCheck after(ConsentEvent... choices) {
        EventStore log = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        return in(log, choices);
    }

    /** The same over another log, into which the choices go first. */
    public static ConsentCheck in(EventStore log, ConsentEvent... choices) {
        List<DomainEventMessage<?>> messages = IntStream.range(0, choices.length)
                .<DomainEventMessage<?>>mapToObj(i -> new GenericDomainEventMessage<>(
                        "consents", ConsentEvent.stream(choices[i].subject()), i, choices[i]))
                .toList();
        log.publish(messages);
        return new ConsentCheck(log, subject -> false, new Published());
    }
}
