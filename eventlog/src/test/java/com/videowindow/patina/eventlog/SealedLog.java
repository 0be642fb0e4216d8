package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.NOON;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.MasterKey;
import com.videowindow.patina.eventlog.privacy.PayloadKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log whose facts about people rest under keys, and other nodes on it. */
abstract class SealedLog {
    static final Instant LATER = NOON.plusSeconds(60);
    static final String MARK = "an-unmistakable-message";

    Path home;
    OpenLog store;
    PayloadKeys keys;
    EventLog log;

    @BeforeEach
    void open(@TempDir Path folder) {
        home = folder;
        store = OpenLog.in(folder.resolve("mongo"));
        keys = otherKeys();
        log = node(keys);
    }

    @AfterEach
    void close() {
        log.close();
        store.close();
    }

    /** Of another process on this home, which knows of the master key what its file says. */
    PayloadKeys otherKeys() {
        return store.keys(otherMaster());
    }

    /** By default one in a file of this home. */
    MasterKey otherMaster() {
        return LocalMasterKey.of(home);
    }

    /** What is another after a renewal. */
    String masterNow() throws IOException {
        return Files.readString(home.resolve("keys").resolve(LocalMasterKey.FILE));
    }

    EventLog node(PayloadKeys keys) {
        return EventLog.open(store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY, keys);
    }

    static void append(EventLog log, String stream, SubjectId person, String message) {
        log.storageEngine().appendEvents(event(stream, 0, viewed(person, message)));
    }

    static List<Object> read(EventLog log, String stream) {
        return log.storageEngine()
                .readEvents(stream)
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    static List<Object> readAll(EventLog log) {
        List<Object> found = new ArrayList<>();
        log.storageEngine().readEvents(null, false).forEach(message -> found.add(message.getPayload()));
        return found;
    }
}
