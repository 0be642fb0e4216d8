package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest snapshot of each stream. Never needed for correctness: one that is missing, of another revision of its class,
 * of a class that is gone or not readable only costs reading the stream from its start. Hence not waited for until it is on
 * a disk.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final MongoCollection<Document> snapshots;
    private final EventMapping mapping;
    private final Serializer serializer;

    Snapshots(MongoDatabase database, Duration patience, Serializer serializer) {
        this.snapshots = database.getCollection("snapshots")
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(false))
                .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        this.serializer = serializer;
        this.mapping = new EventMapping(serializer, NoOpEventUpcaster.INSTANCE, Seals.NONE);
    }

    void store(DomainEventMessage<?> snapshot) {
        LoggedEvent event = mapping.logged(List.of(snapshot)).getFirst();
        Document document = new Document("_id", snapshot.getAggregateIdentifier())
                .append("sequence", snapshot.getSequenceNumber())
                .append("id", event.id())
                .append("type", event.type())
                .append("revision", event.revision())
                .append("at", event.at())
                .append("aggregate", event.aggregate())
                .append("payload", event.payload())
                .append("metadata", event.metadata());
        try {
            snapshots.replaceOne(
                    Filters.and(
                            Filters.eq("_id", snapshot.getAggregateIdentifier()),
                            Filters.lte("sequence", snapshot.getSequenceNumber())),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            } // otherwise a newer one is there
        }
    }

    Optional<DomainEventMessage<?>> find(String stream) {
        Document found = snapshots.find(Filters.eq("_id", stream)).first();
        if (found == null || !isOfToday(found.getString("type"), found.getString("revision"))) {
            return Optional.empty();
        }
        try {
            return read(found);
        } catch (SerializationException | IllegalStateException e) {
            LOG.info("A snapshot of {} cannot be read and is passed over", found.getString("type"), e);
            return Optional.empty();
        }
    }

    private boolean isOfToday(String type, String revision) {
        Class<?> known = serializer.classForType(new SimpleSerializedType(type, revision));
        return !UnknownSerializedType.class.equals(known)
                && revision.equals(Objects.requireNonNullElse(
                        serializer.typeForClass(known).getRevision(), ""));
    }

    /** Read to its last byte now, while there is still another way. */
    private Optional<DomainEventMessage<?>> read(Document found) {
        return mapping.stream(Stream.of(event(found)))
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .filter(message -> message.getPayload() != null)
                .findFirst();
    }

    private static LoggedEvent event(Document found) {
        return LoggedEvent.of(
                EventKey.text(found.getString("_id"), found.getLong("sequence")),
                found.getString("id"),
                found.getString("type"),
                found.getString("revision"),
                found.getLong("at"),
                found.getString("aggregate"),
                null,
                found.get("payload", Binary.class),
                found.getString("metadata"));
    }
}
