package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the log into a file. */
@Command(
        name = "export",
        description = {
            "Copies the log, as it is when this starts, into a file; beside a server, which goes on, or without one.",
            "The file holds what the log holds, so keep it as safe; it names no key and no platform's user. Each block is "
                    + "checked on the way, and the end is signed."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LogExport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The copy; one that is there already is never replaced.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path file;

    @Option(
            names = "--since",
            paramLabel = "POSITION",
            description =
                    "Only what came after this position, at which an earlier copy ended; a block it lies in is taken whole.")
    private @Nullable Long since;

    @Option(names = "--json", description = "Print what the copy holds as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        LogPosition start = start();
        try (LogAlone log = LogAlone.thatIsThere();
                Progress progress = Progress.of("export", log.evidence().size())) {
            report(log.backup().export(file, start, progress::reach));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private LogPosition start() {
        try {
            return since == null ? LogPosition.START : new LogPosition(since);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--since: " + e.getMessage(), e);
        }
    }

    private void report(LogBackup.Copy copy) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Http.JSON
                    .createObjectNode()
                    .put("file", file.toString())
                    .put("since", copy.since().value())
                    .put("position", copy.last().value())
                    .put("events", copy.events())
                    .put("bytes", copy.bytes()));
        } else {
            out.printf("%,d events in %,d bytes%n", copy.events(), copy.bytes());
            out.printf(
                    "The next part: log export FILE --since %d%n", copy.last().value());
        }
    }
}
