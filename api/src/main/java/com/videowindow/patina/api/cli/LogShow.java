package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.videowindow.patina.domain.audit.LogEvents.Seen;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at one event. */
@Command(
        name = "show",
        description = "Prints one event whole, as JSON; what it says of a person stays sealed.",
        mixinStandardHelpOptions = true)
final class LogShow implements Callable<Integer> {

    @Parameters(
            paramLabel = "EVENT",
            description = "Its position, as every answer names it; its stream@sequence; or its id.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String event;

    @Option(names = "--json", description = "Print it as one line.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (LogAlone log = LogAlone.thatIsThere()) {
            Optional<Seen> found = log.events().find(event);
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("patina: there is no event " + event + " in the log");
                return 1;
            }
            ObjectNode whole = SeenEvents.whole(found.get());
            spec.commandLine().getOut().println(json ? whole.toString() : whole.toPrettyString());
            return 0;
        }
    }
}
