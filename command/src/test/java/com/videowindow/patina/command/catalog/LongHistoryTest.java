package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item that was changed so often that it is loaded from a snapshot. */
class LongHistoryTest {
    private static final byte[] KEY = "a key for tests, of 32 bytes ...".getBytes(StandardCharsets.US_ASCII);
    private static final int CHANGES = 150;

    @Test
    void it_is_what_all_its_events_made_it_whatever_becomes_of_the_snapshot(@TempDir Path folder) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.uri())) {
            try (EventLog log = open(client)) {
                for (int change = 1; change <= CHANGES; change++) {
                    assertThat(publish(log, change)).isEqualTo(change == 1 ? Change.CREATED : Change.CHANGED);
                }
            }
            MongoCollection<Document> snapshots = client.getDatabase("patina").getCollection("snapshots");
            assertThat(snapshots.countDocuments()).isEqualTo(1);
            assertThat(Objects.requireNonNull(snapshots.find().first()).getLong("sequence"))
                    .isGreaterThanOrEqualTo(90);
            assertThat(publish(client, CHANGES)).isEqualTo(Change.UNCHANGED);

            // Of an older revision, and wrong: believed, it would make the last change news again.
            change(snapshots, "payload", new Binary("{}".getBytes(StandardCharsets.UTF_8)));
            change(snapshots, "revision", "0");
            assertThat(publish(client, CHANGES)).as("of an older revision").isEqualTo(Change.UNCHANGED);
            change(snapshots, "revision", "1");
            change(snapshots, "payload", new Binary("[7]".getBytes(StandardCharsets.UTF_8)));
            assertThat(publish(client, CHANGES)).as("not readable").isEqualTo(Change.UNCHANGED);
            snapshots.deleteMany(new Document());
            assertThat(publish(client, CHANGES)).as("gone").isEqualTo(Change.UNCHANGED);
        }
    }

    private static void change(MongoCollection<Document> snapshots, String field, Object value) {
        snapshots.updateOne(new Document(), Updates.set(field, value));
    }

    private static EventLog open(MongoClient client) {
        return EventLog.open(client.getDatabase("patina"), EventLogSettings.DEFAULTS, KEY);
    }

    /** As a process just started would do it. */
    private static Change publish(MongoClient client, int minutes) {
        try (EventLog log = open(client)) {
            return publish(log, minutes);
        }
    }

    /** Minutes make the content of one change different from that of the next. */
    private static Change publish(EventLog log, int minutes) {
        Repository<ContentItem> items = EventSourcingRepository.builder(ContentItem.class)
                .eventStore(log.eventStore())
                .snapshotTriggerDefinition(new EventCountSnapshotTriggerDefinition(
                        AggregateSnapshotter.builder()
                                .eventStore(log.eventStore())
                                .aggregateFactories(new GenericAggregateFactory<>(ContentItem.class))
                                .build(),
                        100))
                .build();
        Content content = Shelf.content(DOVETAILS, "dovetail", Duration.ofMinutes(minutes));
        AtomicReference<Change> found = new AtomicReference<>();
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("go"));
        unit.execute(() -> {
            try {
                items.loadOrCreate(DOVETAILS.stream(), ContentItem::new)
                        .execute(item -> found.set(item.handle(new PublishContent(content, NOON), Shelf.small())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return found.get();
    }
}
