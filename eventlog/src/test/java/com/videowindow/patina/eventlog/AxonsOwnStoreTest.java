package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What Axon's authors ask of their own event store, unchanged, with our engine under it. */
class AxonsOwnStoreTest extends EmbeddedEventStoreTest {
    @TempDir
    @Nullable
    Path folder;

    private @Nullable OpenLog open;

    /** Their patience is a tenth of a second: what a first reading has to load must not fall into it. */
    @BeforeAll
    static void read_once(@TempDir Path once) {
        try (OpenLog first = OpenLog.in(once, EventLogSettings.DEFAULTS, OpenLog.anyPayload())) {
            EventStorageEngine engine = first.log().storageEngine();
            engine.appendEvents(GenericEventMessage.asEventMessage("first"));
            assertThat(engine.readEvents(null, false).findAny()).isPresent();
        }
    }

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
