package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
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

    @Option(
            names = "--stream",
            paramLabel = "STREAM",
            description = "Only of this stream; with * at its end, of all so.")
    private @Nullable String stream;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private ChosenEvents choice;

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
        PrintWriter out = spec.commandLine().getOut();
        try (LogAlone log = LogAlone.thatIsThere()) {
            TailOfTheLog tail = new TailOfTheLog(log.events(), choice.on(stream), seen -> events.print(seen, out));
            if (choice.beginsSomewhere()) {
                tail.more();
            } else {
                tail.newest(count);
            }
            if (!follow && events.printed() == 0) {
                spec.commandLine().getErr().println("patina: there is no such event in the log");
            }
            while (follow && !out.checkError()) {
                Thread.sleep(PAUSE_MILLIS);
                tail.more();
            }
            return 0;
        }
    }
}
