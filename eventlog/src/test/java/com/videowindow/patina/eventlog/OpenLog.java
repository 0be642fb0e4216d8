package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.eventlog.privacy.MasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A log on its own embedded server, for a test. */
final class OpenLog implements AutoCloseable {
    static final byte[] KEY = "a secret of at least 32 bytes, for tests".getBytes(StandardCharsets.UTF_8);

    private final TestServer mongo;
    private final MongoClient client;
    private final EventLog log;

    private OpenLog(TestServer server, EventLogSettings settings, EventLog.Parts parts) {
        mongo = server;
        client = client(mongo.uri());
        log = EventLog.open(database(), settings, KEY, parts);
    }

    static OpenLog in(Path folder) {
        return in(folder, EventLogSettings.DEFAULTS, EventLog.Parts.standard());
    }

    /** @param where a folder, or the address of a server that runs */
    static OpenLog at(String where) {
        TestServer server = where.startsWith("mongodb:") ? TestServer.at(where) : TestServer.in(Path.of(where));
        return new OpenLog(server, EventLogSettings.DEFAULTS, EventLog.Parts.standard());
    }

    /** Payloads of any class, by class name. */
    static EventLog.Parts anyPayload() {
        Serializer any = EventLog.generalSerializer();
        EventLog.Parts standard = EventLog.Parts.standard();
        return new EventLog.Parts(any, any, NoOpEventUpcaster.INSTANCE, standard.meters(), Seals.NONE);
    }

    static OpenLog in(Path folder, EventLogSettings settings, EventLog.Parts parts) {
        return new OpenLog(TestServer.in(folder), settings, parts);
    }

    static MongoClient client(String uri) {
        return MongoClients.create(
                new MongoSettings(uri, "patina", Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(5))
                        .client());
    }

    MongoDatabase database() {
        return client.getDatabase(mongo.database());
    }

    MongoDatabase keysDatabase() {
        return client.getDatabase(mongo.database() + "-keys");
    }

    PayloadKeys keys(MasterKey master) {
        return new PayloadKeys(keysDatabase(), master, Duration.ofSeconds(1));
    }

    String uri() {
        return mongo.uri();
    }

    EventLog log() {
        return log;
    }

    /** A second node on the same log. */
    EventLog another(EventLog.Parts parts) {
        return EventLog.open(database(), EventLogSettings.DEFAULTS, KEY, parts);
    }

    @Override
    public void close() {
        log.close();
        client.close();
        mongo.close();
    }
}
