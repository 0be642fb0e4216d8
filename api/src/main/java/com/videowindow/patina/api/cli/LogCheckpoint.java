package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEvidence;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs the log. */
@Command(
        name = "checkpoint",
        description = {
            "Signs what the log holds now (c2sp.org/tlog-checkpoint), and prints that.",
            "Whoever keeps it elsewhere can later show that nothing of it was changed or taken away: log verify --checkpoint."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogCheckpoint implements Callable<Integer> {

    @Option(names = "--position", paramLabel = "POSITION", description = "The log up to and with this event instead.")
    private @Nullable Long position;

    @Option(
            names = "--since",
            paramLabel = "EVENTS",
            description = "With the proof that the log only grew since it had so many events.")
    private @Nullable Long since;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (LogAlone log = LogAlone.thatIsThere()) {
            Optional<String> signed = signed(log.evidence());
            signed.ifPresent(spec.commandLine().getOut()::print);
            spec.commandLine().getOut().flush();
            if (signed.isEmpty()) {
                spec.commandLine().getErr().println("patina: there is no event at this position");
            }
            return signed.isPresent() ? 0 : 1;
        }
    }

    private Optional<String> signed(LogEvidence evidence) {
        if (position != null) {
            return evidence.checkpoint(new LogPosition(position));
        }
        return Optional.of(since == null ? evidence.sign() : evidence.proveGrowth(since));
    }
}
