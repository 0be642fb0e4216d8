package com.videowindow.patina.eventlog;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What Axon's authors ask of every storage engine, unchanged. */
class AxonsOwnEngineTest extends EventStorageEngineTest {
    private OpenLog open;

    @BeforeEach
    void open(@TempDir Path folder) {
        open = OpenLog.in(folder, EventLogSettings.DEFAULTS, OpenLog.anyPayload());
        setTestSubject(open.log().storageEngine());
    }

    @AfterEach
    void close() {
        open.close();
    }
}
