package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;

import com.videowindow.patina.domain.LogPosition;
import java.nio.file.Path;
import java.util.List;

/** A process that writes until it is killed, and says line by line what was acknowledged: stream and position. */
final class KilledWriter {
    private static final int WRITERS = 8;

    private KilledWriter() {}

    public static void main(String[] args) {
        OpenLog open = OpenLog.in(Path.of(args[0]));
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = args[1] + "-" + writer;
            Thread.ofPlatform().start(writer % 2 == 0 ? () -> grow(open.log(), name) : () -> tell(open.log(), name));
        }
    }

    private static void grow(EventLog log, String name) {
        String stream = "consents/" + name;
        for (int i = 0; ; i++) {
            log.storageEngine().appendEvents(event(stream, i, viewed(ANNA, "m" + i)));
            acknowledged(EventKey.text(stream, i));
        }
    }

    private static void tell(EventLog log, String name) {
        FactStreams streams = new FactStreams(OpenLog.KEY);
        for (int i = 0; ; i++) {
            var fact = view(ANNA, name + "-" + i);
            LogPosition position =
                    log.facts().storeOnce(List.of(fact)).getFirst().position();
            acknowledged(EventKey.text(streams.of(List.of(fact)).getFirst(), 0) + " " + position.value());
        }
    }

    private static void acknowledged(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
