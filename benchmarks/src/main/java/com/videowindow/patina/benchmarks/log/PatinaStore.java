package com.videowindow.patina.benchmarks.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Ours, as the server opens it. */
record PatinaStore(EmbeddedMongo server, MongoClient client, EventLog log) implements Contender.Store {
    private static final byte[] MESSAGE_KEY = "of no secret, for measuring only".getBytes(StandardCharsets.US_ASCII);

    static PatinaStore open(Path folder) {
        return open(folder, EventLogSettings.DEFAULTS.blockEvents(), EventLogSettings.DEFAULTS.linger());
    }

    /** One that keeps no stream in memory. */
    static PatinaStore forgetful(Path folder) {
        return open(folder, settings(EventLogSettings.DEFAULTS.blockEvents(), EventLogSettings.DEFAULTS.linger(), 0));
    }

    static PatinaStore open(Path folder, int blockEvents, Duration linger) {
        return open(folder, settings(blockEvents, linger, EventLogSettings.DEFAULTS.cacheBytes()));
    }

    private static PatinaStore open(Path folder, EventLogSettings settings) {
        EmbeddedMongo server = EmbeddedMongo.start(folder);
        MongoClient client = MongoClients.create(server.uri());
        return new PatinaStore(server, client, EventLog.open(client.getDatabase("patina"), settings, MESSAGE_KEY));
    }

    /** As they are, but for a writer's patience: the other stores refuse nobody either. */
    private static EventLogSettings settings(int blockEvents, Duration linger, long cacheBytes) {
        EventLogSettings usual = EventLogSettings.DEFAULTS;
        return new EventLogSettings(
                blockEvents,
                usual.blockBytes(),
                linger,
                usual.queue(),
                Duration.ofMinutes(1),
                usual.poll(),
                usual.readAhead(),
                cacheBytes,
                usual.claimTimeout(),
                null);
    }

    @Override
    public EventStorageEngine engine() {
        return log.storageEngine();
    }

    @Override
    public void close() {
        log.close();
        client.close();
        server.close();
    }
}
