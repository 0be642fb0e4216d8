package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.viewed;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import java.nio.file.Path;
import java.util.UUID;

/** A process that stores one fact about each of ever more people, and says whose fact is stored, until it is killed. */
final class SealingWriter {
    private SealingWriter() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        OpenLog store = OpenLog.in(folder.resolve("mongo"));
        EventLog log = EventLog.open(
                store.database(), EventLogSettings.DEFAULTS, OpenLog.KEY, store.keys(LocalMasterKey.of(folder)));
        for (int writer = 0; writer < Integer.parseInt(args[1]); writer++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    SubjectId person = new SubjectId(UUID.randomUUID());
                    log.storageEngine().appendEvents(event("of " + person, 0, viewed(person, "m")));
                    synchronized (System.out) {
                        System.out.println(person);
                        System.out.flush();
                    }
                }
            });
        }
    }
}
