package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.LogEvents.Choice;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells of the newest events, and then of what comes: of each once, whenever it lands. */
final class TailOfTheLog {
    private final LogEvents log;
    private final Choice choice;
    private final Consumer<Seen> told;
    private LogPosition reached = LogPosition.START;

    TailOfTheLog(LogEvents log, Choice choice, Consumer<Seen> told) {
        this.log = log;
        this.choice = choice;
        this.told = told;
    }

    void newest(int atMost) {
        LogPosition end = log.end();
        tell(log.newest(choice, atMost).stream(), end);
    }

    /** All that was not told of yet. */
    void more() {
        LogPosition end = log.end();
        tell(log.after(reached, choice), end);
    }

    /** What lands while this reads may be among the events, although it came after the end that the log had before. */
    private void tell(Stream<Seen> events, LogPosition end) {
        reached = later(reached, end);
        events.forEachOrdered(seen -> {
            told.accept(seen);
            reached = later(reached, seen.position());
        });
    }

    private static LogPosition later(LogPosition one, LogPosition other) {
        return one.covers(other) ? one : other;
    }
}
