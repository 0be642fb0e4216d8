package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.LogEvents.Choice;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the newest events. */
@Command(
        name = "tail",
        description = {
            "Prints the newest events, or all of a span of time, one a line; beside a server or without one.",
            "Position, time, type, and stream@sequence; what an event says only when asked for."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogTail implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 500;

    @Option(names = "-n", paramLabel = "COUNT", defaultValue = "10", description = "How many (10), without --from.")
    private int count;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is stored from now on, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "Only events of these stored names.")
    private Set<String> types = Set.of();

    @Option(
            names = "--stream",
            paramLabel = "STREAM",
            description = "Only of this stream; with * at its end, of all so.")
    private @Nullable String stream;

    @Option(names = "--from", paramLabel = "TIME", description = "Every event from then on, 2026-11-23T20:15:00Z.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "No event from then on.")
    private @Nullable Instant to;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private SeenEvents events;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 0) {
            throw new ParameterException(spec.commandLine(), "-n must not be negative");
        }
        Choice choice = new Choice(types, stream, from, to);
        PrintWriter out = spec.commandLine().getOut();
        try (LogAlone log = LogAlone.of(Home.ofEnvironment())) {
            LogEvents stored = log.events();
            LogPosition end = stored.end();
            if (from == null) {
                List<Seen> newest = stored.newest(choice, count);
                newest.forEach(seen -> events.print(seen, out));
            } else {
                stored.after(LogPosition.START, choice).forEach(seen -> events.print(seen, out));
            }
            while (follow && !out.checkError()) {
                Thread.sleep(PAUSE_MILLIS);
                LogPosition now = stored.end();
                LogPosition before = end;
                stored.after(before, choice)
                        .takeWhile(seen -> now.covers(seen.position()))
                        .forEach(seen -> events.print(seen, out));
                end = now;
            }
            return 0;
        }
    }
}
