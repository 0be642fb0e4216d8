package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands out the proof of an event. */
@Command(
        name = "prove",
        description = {
            "Proves that an event is in the log, for people who need neither the log nor trust in us.",
            "The proof (c2sp.org/tlog-proof) holds the event's header and the hash of its payload, not the payload."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogProve implements Callable<Integer> {

    @Parameters(
            paramLabel = "EVENT",
            description = "Its position, as every answer names it; its stream@sequence; or its id.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private String event;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there instead of printing it.")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (LogAlone log = LogAlone.thatIsThere()) {
            Optional<String> proof = log.evidence().prove(event);
            if (proof.isEmpty()) {
                spec.commandLine().getErr().println("patina: there is no event " + event + " in the log");
                return 1;
            }
            if (file == null) {
                spec.commandLine().getOut().print(proof.get());
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(file, proof.get());
            }
            return 0;
        }
    }
}
