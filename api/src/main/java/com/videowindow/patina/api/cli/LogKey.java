package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.ProofCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The key that checkpoints are checked with. */
@Command(
        name = "key",
        description = "Prints the public key of the log, in the form that tools of others take too.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogKey implements Callable<Integer> {

    @Option(
            names = "--new",
            paramLabel = "NAME",
            description = "Make a key for a log of this name, for example patina.example/log; print it for "
                    + "PATINA_LOG_CHECKPOINT_KEY of all nodes, then its public half. Nothing is kept.")
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name != null) {
            ProofCheck.Keys made = ServiceLoader.load(ProofCheck.class)
                    .findFirst()
                    .orElseThrow()
                    .newKeys(name);
            out.println(made.secret());
            out.println(made.publicKey());
            return 0;
        }
        try (LogAlone log = LogAlone.of(Home.ofEnvironment())) {
            out.println(log.evidence().publicKey());
            return 0;
        }
    }
}
