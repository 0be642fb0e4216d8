package com.videowindow.patina.eventlog;

import java.nio.file.Path;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What Axon's authors ask of their own event store, unchanged, with our engine under it. */
class AxonsOwnStoreTest extends EmbeddedEventStoreTest {
    @TempDir
    @Nullable
    Path folder;

    private @Nullable OpenLog open;

    @Override
    public EventStorageEngine createStorageEngine() {
        OpenLog opened = OpenLog.in(Objects.requireNonNull(folder), EventLogSettings.DEFAULTS, OpenLog.anyPayload());
        open = opened;
        return opened.log().storageEngine();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(open).close();
    }
}
