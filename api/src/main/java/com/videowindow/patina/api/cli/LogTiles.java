package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.LogEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Leaves the tree where others can serve it. */
@Command(
        name = "tiles",
        description = {
            "Writes checkpoint, tree and entries into a folder (c2sp.org/tlog-tiles), for any web server or monitor.",
            "Entries are the events' headers and the hashes of their payloads, without the payloads."
        },
        mixinStandardHelpOptions = true)
final class LogTiles implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder; said again, it takes in what is new.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (LogAlone log = LogAlone.thatIsThere()) {
            LogEvidence evidence = log.evidence();
            try (Progress progress = Progress.of("tiles", evidence.size())) {
                spec.commandLine().getOut().print(evidence.export(folder, progress::reach));
            }
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
