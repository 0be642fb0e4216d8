package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup.Until;
import com.videowindow.patina.domain.audit.LogStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the log from copies. */
@Command(
        name = "restore",
        description = {
            "Makes the log of an empty home from copies, checking every block; no server may run on that home.",
            "The copies are first read to their ends and checked, also when only a part is wanted; nothing is stored of those "
                    + "that the log's key did not sign.",
            "Goes on where it was interrupted, and adds a later part to a log restored before. Read models are built anew by "
                    + "the server that starts on it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogRestore implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A whole copy, then the parts after it, in order.")
    private List<Path> files = List.of();

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            description = "Leave out what came later: a position, up to and with which events are restored, or a time "
                    + "such as 2026-11-23T20:15:00Z. A position that an answer named never cuts a commit in two.")
    private @Nullable String until;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private PublicKey key;

    @Option(names = "--json", description = "Print the restored log's figures as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Until end = until();
        Home home = Home.ofEnvironment();
        if (home.server().isPresent()) {
            spec.commandLine().getErr().println("patina: a server runs on " + home.folder() + "; stop it first");
            return 1;
        }
        LogStatus whole = CheckedCopies.of(files, key, spec.commandLine().getErr());
        if (end instanceof Until.Position to && to.last().compareTo(whole.position()) > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--until: the copies end at position " + whole.position().value());
        }
        LogStatus restored;
        try (LogAlone log = LogAlone.of(home);
                Progress progress = Progress.of("restore", whole.events())) {
            restored = log.backup().restore(files, end, progress::reach);
        }
        report(restored);
        if (restored.position().compareTo(whole.position()) < 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "patina: from here on it is another log than the one that was copied; before a server starts, "
                                    + "give it a name and a key of its own: log key --new NAME --here");
        }
        return 0;
    }

    private void report(LogStatus restored) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(Http.JSON
                            .createObjectNode()
                            .put("events", restored.events())
                            .put("blocks", restored.blocks())
                            .put("position", restored.position().value()));
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "restored: %,d events in %,d blocks, up to position %d%n",
                            restored.events(),
                            restored.blocks(),
                            restored.position().value());
        }
    }

    private Until until() {
        if (until == null) {
            return new Until.Everything();
        }
        try {
            return until.matches("[0-9]{1,18}")
                    ? new Until.Position(new LogPosition(Long.parseLong(until)))
                    : new Until.Time(Check.time(until));
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "--until takes a position, or a time such as 2026-11-23T20:15:00Z", e);
        }
    }
}
