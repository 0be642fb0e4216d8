package com.videowindow.patina.command;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.domain.AboutSubject;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.FactLog;
import com.videowindow.patina.domain.audit.PastEvents;
import com.videowindow.patina.domain.consent.ConsentEvent;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The log as it runs everywhere, on a server of its own. */
public final class RealLog implements AutoCloseable {

    private static final byte[] KEY = "a secret of at least 32 bytes, for tests".getBytes(StandardCharsets.UTF_8);

    private final EmbeddedMongo mongo;
    private final MongoClient client;
    private final EventLog log;

    private RealLog(Path folder) {
        mongo = EmbeddedMongo.start(folder);
        client = MongoClients.create(mongo.uri());
        log = EventLog.open(client.getDatabase("patina"), EventLogSettings.DEFAULTS, KEY);
    }

    public static RealLog in(Path folder) {
        return new RealLog(folder);
    }

    public FactLog facts() {
        return log.facts();
    }

    public PastEvents past() {
        return log.past();
    }

    public EventStore events() {
        return log.eventStore();
    }

    /** Everything that the log holds about one person except their consents, in its order. */
    public List<AboutSubject> about(SubjectId subject) {
        return log.storageEngine()
                .readEvents(null, false)
                .map(message -> (Object) message.getPayload())
                .filter(AboutSubject.class::isInstance)
                .map(AboutSubject.class::cast)
                .filter(event -> event.subject().equals(subject))
                .filter(event -> !(event instanceof ConsentEvent))
                .toList();
    }

    @Override
    public void close() {
        log.close();
        client.close();
        mongo.close();
    }
}
