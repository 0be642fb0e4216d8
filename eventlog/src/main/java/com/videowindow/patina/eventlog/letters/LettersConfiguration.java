package com.videowindow.patina.eventlog.letters;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.audit.DeadLetters;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the dead letters to the container: a queue by its group's name, as Axon asks for one, and all to look at. */
@Configuration(proxyBeanMethods = false)
class LettersConfiguration {

    @Bean
    Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetterQueues(
            MongoDatabase database, EventStore log) {
        new StoredDeadLetters(database).ensureIndexes();
        return group -> LetterQueue.of(group, database, log, LetterQueue.Limits.DEFAULTS);
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database) {
        return new StoredDeadLetters(database);
    }
}
