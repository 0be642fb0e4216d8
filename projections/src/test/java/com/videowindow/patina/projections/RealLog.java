package com.videowindow.patina.projections;

import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.audit.Fact;
import com.videowindow.patina.domain.audit.LogEnd;
import com.videowindow.patina.domain.audit.LogStatus;
import com.videowindow.patina.domain.feedback.FeedbackGiven;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import com.videowindow.patina.eventlog.OtherVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The project's own log, which holds events as bytes under names, also names that this version does not know. */
final class RealLog extends OpenLog {
    private static final byte[] KEY = "a secret of at least 32 bytes, for tests".getBytes(StandardCharsets.UTF_8);

    private final MongoDatabase database;
    private EventLog log;

    RealLog() {
        this(SharedMongo.database());
    }

    private RealLog(MongoDatabase database) {
        this.database = database;
        this.log = open(database);
    }

    private static EventLog open(MongoDatabase database) {
        return EventLog.open(database, EventLogSettings.DEFAULTS, KEY);
    }

    /** The same log, for a node of a version that knows this name. */
    RealLog asKnownBy(String unknown, String name) {
        RealLog other = new RealLog(database);
        other.knows(unknown, name);
        return other;
    }

    /** From now on read by a version that knows this name. */
    void knows(String unknown, String name) {
        log.close();
        log = OtherVersion.knowing(unknown, name, database, KEY);
    }

    /** From now on read by this version again. */
    void knowsNoMore() {
        log.close();
        log = open(database);
    }

    /** A node of another version stores an event under a name of its own. */
    void appendAs(String name, String kind, DomainEvent event) {
        try (EventLog other = OtherVersion.calling(event.getClass(), kind, name, database, KEY)) {
            String stream = kind + "/" + UUID.randomUUID();
            other.storageEngine().appendEvents(List.of(new GenericDomainEventMessage<>(kind, stream, 0, event)));
        }
        log.eventStore().createHeadToken();
    }

    /** Feedback as the program stores it. */
    void give(FeedbackGiven... feedback) {
        for (FeedbackGiven each : feedback) {
            log.facts()
                    .storeOnce(List.of(
                            new Fact("feedback", each.subject(), each.message().value(), each.at(), each)));
        }
    }

    @Override
    EventStore store() {
        return log.eventStore();
    }

    @Override
    TokenStore tokens() {
        return log.tokenStore();
    }

    @Override
    public LogEnd end() {
        return log.inspection().end();
    }

    @Override
    public LogStatus status() {
        return log.inspection().status();
    }

    @Override
    public void close() {
        log.close();
        super.close();
    }
}
