package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.LogWalk;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.export.PersonalCensus;
import com.videowindow.patina.domain.privacy.ProcessedEvent;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.nio.file.Path;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Brings the log to the container. The event store stands in for Axon's own, since that steps back when there is an event
 * bus; the log closes before its client does, because it was made from it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EventLogSettings.class, MongoSettings.class})
class EventLogConfiguration {
    @Bean
    MongoClient mongoClient(MongoSettings settings) {
        return MongoClients.create(settings.client());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        MongoDatabase database = client.getDatabase(settings.database());
        settings.awaitAnswer(database);
        return database;
    }

    @Bean
    EventLog eventLog(
            MongoDatabase database,
            EventLogSettings settings,
            @Value("${patina.home:data}") Path home,
            @Qualifier("eventSerializer") Serializer events,
            Serializer general,
            PayloadKeys keys,
            ObjectProvider<MeterRegistry> meters) {
        EventLog.requireRestored(database); // before a secret is made that a backup of keys would find in its way
        MeterRegistry registry = meters.getIfAvailable(() -> Metrics.globalRegistry);
        return EventLog.open(
                database,
                settings,
                MessageKey.of(settings.messageKey(), home),
                new EventLog.Parts(events, general, Upcasters.CURRENT, registry, Seals.under(keys)));
    }

    @Bean
    @Primary
    Serializer serializer() {
        return EventLog.generalSerializer();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return EventLog.generalSerializer();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return EventLog.eventSerializer();
    }

    @Bean
    EventStorageEngine eventStorageEngine(EventLog log) {
        return log.storageEngine();
    }

    @Bean
    EventStore eventStore(EventLog log) {
        return log.eventStore();
    }

    @Bean
    TokenStore tokenStore(EventLog log) {
        return log.tokenStore();
    }

    @Bean
    FactLog factLog(EventLog log) {
        return log.facts();
    }

    @Bean
    PastEvents pastEvents(EventLog log) {
        return log.past();
    }

    @Bean
    PersonalCensus personalCensus(MongoDatabase database, EventLog log) {
        return new HeaderCensus(database, log.past());
    }

    @Bean
    LogWalk logWalk(EventLog log) {
        return log.walk();
    }

    @Bean
    ProcessedEvent.Known processedEvents() {
        return new NamedProcessing();
    }

    @Bean
    LogInspection logInspection(EventLog log) {
        return log.inspection();
    }
}
