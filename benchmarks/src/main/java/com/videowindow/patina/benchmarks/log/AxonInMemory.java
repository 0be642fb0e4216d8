package com.videowindow.patina.benchmarks.log;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The bound that no store can reach: objects in a map. */
record AxonInMemory(EventStorageEngine engine) implements Contender.Store {

    static Contender.Store open(Path folder) {
        return new AxonInMemory(new InMemoryEventStorageEngine());
    }

    @Override
    public void close() {}
}
