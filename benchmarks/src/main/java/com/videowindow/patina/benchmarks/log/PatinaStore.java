package com.videowindow.patina.benchmarks.log;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.eventlog.EventLog;
import com.videowindow.patina.eventlog.EventLogSettings;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Ours. */
record PatinaStore(EmbeddedMongo server, MongoClient client, EventLog log) implements Contender.Store {
    private static final byte[] MESSAGE_KEY = "of no secret, for measuring only".getBytes(StandardCharsets.US_ASCII);

    private static final EventLogSettings USUAL = EventLogSettings.DEFAULTS;

    static PatinaStore open(Path folder) {
        return open(folder, USUAL.blockEvents(), USUAL.blockBytes(), USUAL.linger());
    }

    /** One that keeps no stream in memory. */
    static PatinaStore forgetful(Path folder) {
        return open(folder, settings(USUAL.blockEvents(), USUAL.blockBytes(), USUAL.linger(), 0));
    }

    static PatinaStore open(Path folder, int blockEvents, int blockBytes, Duration linger) {
        return open(folder, settings(blockEvents, blockBytes, linger, USUAL.cacheBytes()));
    }

    /** As the server opens it: what is said about people rests under their keys. */
    static PatinaStore sealing(Path folder) {
        EmbeddedMongo server = EmbeddedMongo.start(folder);
        MongoClient client = MongoClients.create(server.uri());
        PayloadKeys keys =
                new PayloadKeys(client.getDatabase("patina-keys"), LocalMasterKey.of(folder), Duration.ofMinutes(1));
        return new PatinaStore(
                server, client, EventLog.open(client.getDatabase("patina"), patient(), MESSAGE_KEY, keys));
    }

    private static EventLogSettings patient() {
        return settings(USUAL.blockEvents(), USUAL.blockBytes(), USUAL.linger(), USUAL.cacheBytes());
    }

    private static PatinaStore open(Path folder, EventLogSettings settings) {
        EmbeddedMongo server = EmbeddedMongo.start(folder);
        MongoClient client = MongoClients.create(server.uri());
        return new PatinaStore(server, client, EventLog.open(client.getDatabase("patina"), settings, MESSAGE_KEY));
    }

    /** As they are, but for a writer's patience: the other stores refuse nobody either. */
    private static EventLogSettings settings(int blockEvents, int blockBytes, Duration linger, long cacheBytes) {
        return new EventLogSettings(
                blockEvents,
                blockBytes,
                linger,
                USUAL.queue(),
                USUAL.queueBytes(),
                Duration.ofMinutes(1),
                USUAL.poll(),
                USUAL.readAhead(),
                cacheBytes,
                USUAL.claimTimeout(),
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
