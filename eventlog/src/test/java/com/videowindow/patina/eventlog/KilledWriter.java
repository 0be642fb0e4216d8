package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;

import com.videowindow.patina.domain.LogPosition;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that writes until it is killed, and says line by line what was acknowledged: stream and position. */
final class KilledWriter {
    private static final int WRITERS = 8;

    private static final long PAUSE_NANOS = 200_000_000;

    private KilledWriter() {}

    public static void main(String[] args) {
        OpenLog open = OpenLog.in(Path.of(args[0]));
        Thread.ofPlatform().start(() -> follow(open));
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = args[1] + "-" + writer;
            Thread.ofPlatform().start(writer % 2 == 0 ? () -> grow(open.log(), name) : () -> tell(open.log(), name));
        }
    }

    /** What was read once must be there for ever, as much as what was acknowledged. */
    private static void follow(OpenLog open) {
        Blocks blocks = new Blocks(open.database(), EventLogSettings.DEFAULTS.patience());
        long next = blocks.last() + 1;
        while (true) {
            try {
                for (Block block : blocks.read(next, 64)) {
                    block.events().forEach(event -> acknowledged(WriterProcess.SAW + event.key()));
                    next = block.number() + 1;
                }
            } catch (RuntimeException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static void grow(EventLog log, String name) {
        String stream = "consents/" + name;
        for (int i = 0; ; i++) {
            var event = event(stream, i, viewed(ANNA, "m" + i));
            until(() -> log.storageEngine().appendEvents(event));
            acknowledged(EventKey.text(stream, i));
        }
    }

    private static void tell(EventLog log, String name) {
        FactStreams streams = new FactStreams(OpenLog.KEY);
        for (int i = 0; ; i++) {
            var fact = view(ANNA, name + "-" + i);
            String key = EventKey.text(streams.of(List.of(fact)).getFirst(), 0);
            until(() -> {
                LogPosition position =
                        log.facts().storeOnce(List.of(fact)).getFirst().position();
                acknowledged(key + " " + position.value());
            });
        }
    }

    /** Tries again what could not be stored, and says why it could not. */
    private static void until(Runnable stored) {
        while (true) {
            try {
                stored.run();
                return;
            } catch (RuntimeException e) {
                System.err.println("refused: " + causes(e));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static String causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" <- "));
    }

    private static void acknowledged(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
