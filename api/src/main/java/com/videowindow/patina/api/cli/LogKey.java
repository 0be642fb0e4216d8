package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.LogKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys that checkpoints are checked with, and a new one. */
@Command(
        name = "key",
        description = {
            "Prints the public key of the log, in the form that tools of others take too.",
            "After a key was followed by another, all of them, a line each: the last one signs now."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogKey implements Callable<Integer> {

    @Option(
            names = "--new",
            paramLabel = "NAME",
            description = "Make a key for a log of this name, for example patina.example/log; print it for"
                    + " PATINA_LOG_CHECKPOINT_KEY of all nodes, then its public half. It is not kept; the key that signed"
                    + " here until now is kept as a former one, so that what it signed still counts.")
    private @Nullable String name;

    @Option(
            names = "--here",
            description = "With --new: let this home sign with it, rather than print it for configuration.")
    private boolean here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofEnvironment();
        if (name != null) {
            make(name, home);
            return 0;
        }
        if (here) {
            throw new ParameterException(spec.commandLine(), "--here is for a new key: --new NAME");
        }
        Optional<String> known = home.publicKeys();
        known.ifPresent(spec.commandLine().getOut()::print);
        spec.commandLine().getOut().flush();
        if (known.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("patina: " + home.folder() + " has no key yet; whatever signs first makes one");
        }
        return known.isPresent() ? 0 : 1;
    }

    private void make(String name, Home home) {
        LogKeys keys = ServiceLoader.load(LogKeys.class).findFirst().orElseThrow();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LogKeys.Next next = here ? keys.replace(name, home.keys()) : keys.next(name, home.keys());
        if (!here) {
            out.println(next.secret());
        }
        out.println(next.publicKey());
        if (next.former().isEmpty()) {
            return;
        }
        err.println("patina: what signed until now is kept as former: "
                + next.former().getLast());
        err.println(
                here
                        ? "patina: restart the server of this home now; until then it signs with the former key, and "
                                + "not any more once something has signed with the new one"
                        : "patina: start all nodes anew, with the new key in PATINA_LOG_CHECKPOINT_KEY and");
        if (!here) {
            err.println("PATINA_LOG_CHECKPOINT_FORMER=" + String.join(",", next.former()));
        }
        err.println("patina: give the new public key to whoever checks the log, beside the former one");
    }
}
