package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.ProofCheck;
import com.videowindow.patina.domain.audit.ProofCheck.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a proof without a log. */
@Command(
        name = "check-proof",
        description = {
            "Checks a proof of an event or of growth, or a checkpoint. Opens no log and asks no server.",
            "Prints what is certain then; the exit status is 1 when the proof does not hold."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogCheckProof implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The proof.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private PublicKey key;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "The earlier checkpoint, which a proof of growth starts at.")
    private @Nullable Path since;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    /** Found as a service: whoever checks needs no container around it. */
    private final ProofCheck check =
            ServiceLoader.load(ProofCheck.class).findFirst().orElseThrow();

    @Override
    public Integer call() throws IOException {
        Optional<String> earlier = since == null ? Optional.empty() : Optional.of(Files.readString(since));
        switch (checked(earlier)) {
            case Checked.Holds holds -> {
                holds.says()
                        .forEach((name, value) -> spec.commandLine().getOut().printf("%-16s %s%n", name, value));
                spec.commandLine().getOut().println("the proof holds");
                return 0;
            }
            case Checked.Fails fails -> {
                spec.commandLine().getErr().println("patina: the proof does not hold: " + fails.why());
                return 1;
            }
        }
    }

    private Checked checked(Optional<String> earlier) throws IOException {
        try {
            return check.check(Files.readString(file), publicKeys(), earlier);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private String publicKeys() throws IOException {
        return key.text()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "Name the log's public key: --key; the log's owner prints it by: log key"));
    }
}
