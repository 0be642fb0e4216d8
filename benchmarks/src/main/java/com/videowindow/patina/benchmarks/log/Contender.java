package com.videowindow.patina.benchmarks.log;

import com.videowindow.patina.eventlog.EventLogSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * An event store that takes part.
 *
 * @param durability what is on the disk when an append returns
 * @param inMemory gone when it is closed
 */
record Contender(String name, String durability, boolean inMemory, Opening opening) {

    /** Opens a store in a folder, creating it there when it is new. */
    @FunctionalInterface
    interface Opening {
        Store open(Path folder) throws Exception;
    }

    /** An open store; what it keeps in memory goes with it. */
    interface Store extends AutoCloseable {
        EventStorageEngine engine();

        /** Stores one commit. Returns when it is as durable as this store makes it. */
        default void append(List<? extends DomainEventMessage<?>> commit) {
            engine().appendEvents(commit);
        }

        @Override
        void close();
    }

    static List<Contender> all() {
        return List.of(
                new Contender("patina", "synced file", false, PatinaStore::open),
                new Contender("axon in memory", "nothing", true, AxonInMemory::open),
                new Contender(
                        "axon jdbc, h2", "nothing for half a second", false, folder -> AxonJdbc.open(folder, false)),
                new Contender("axon jdbc, h2 synced", "synced file", false, folder -> AxonJdbc.open(folder, true)),
                new Contender("axon mongo, by event", "synced file", false, AxonMongo::byEvent),
                new Contender("axon mongo, by commit", "synced file", false, AxonMongo::byCommit));
    }

    /** Ours, and ours as the server opens it. */
    static List<Contender> encrypted() {
        return List.of(
                new Contender("patina", "synced file", false, PatinaStore::open),
                new Contender("patina with keys", "synced file", false, PatinaStore::sealing));
    }

    /** Ours with other bounds of a block, one changed at a time; bytes where no number of events comes before them. */
    static List<Contender> bounds() {
        EventLogSettings usual = EventLogSettings.DEFAULTS;
        Stream<Contender> sizes = Stream.of(16, 32, 64, 128, 256, 512, 1_024)
                .map(events -> bounded("block of " + events, events, usual.blockBytes(), usual.linger()));
        Stream<Contender> bytes = Stream.of(16, 64, 256, 1_024)
                .map(kilo -> bounded("block of " + kilo + " KB", 4_096, kilo << 10, usual.linger()));
        Stream<Contender> times = Stream.of(0, 1, 5, 10)
                .map(millis -> bounded(
                        "linger " + millis + " ms",
                        usual.blockEvents(),
                        usual.blockBytes(),
                        Duration.ofMillis(millis)));
        return Stream.of(sizes, bytes, times).flatMap(each -> each).toList();
    }

    private static Contender bounded(String name, int blockEvents, int blockBytes, Duration linger) {
        return new Contender(
                name, "synced file", false, folder -> PatinaStore.open(folder, blockEvents, blockBytes, linger));
    }
}
