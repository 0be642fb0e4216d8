package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.LogEvents.Seen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at one stream. */
@Command(
        name = "stream",
        description = "Prints the events of one stream, the oldest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogStream implements Callable<Integer> {

    @Parameters(paramLabel = "STREAM", description = "Its name, as stands before the @ in an event's key.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String stream;

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
    public Integer call() throws IOException {
        try (LogAlone log = LogAlone.thatIsThere()) {
            List<Seen> all = log.events().stream(stream);
            all.stream()
                    .filter(choice.on(null)::includes)
                    .forEach(seen -> events.print(seen, spec.commandLine().getOut()));
            if (all.isEmpty()) {
                spec.commandLine().getErr().println("patina: there is no stream " + stream + " in the log");
            }
            return all.isEmpty() ? 1 : 0;
        }
    }
}
