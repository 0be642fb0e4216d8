package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies into a file what a copy of the log leaves out. */
@Command(
        name = "export",
        description = {
            "Writes the home's keys, the map from users to subjects and what read models go without into a file under a "
                    + "recovery key; beside a server or without one.",
            "Make it after the copy of the log that it is to go with, keep it elsewhere, and the recovery key elsewhere again. "
                    + "Whoever is erased stays in files made before, so delete those in time."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class KeysExport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup; one that is there already is never replaced.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private RecoveryKey recoveryKey;

    @Option(names = "--json", description = "Print how much the file holds as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        char[] secret = recoveryKey.forNewFile();
        Map<String, Long> kept;
        try (LogAlone log = LogAlone.thatIsThere()) {
            kept = log.keys().export(file, secret);
        }
        String words = kept.entrySet().stream()
                .map(part -> "%,d %s".formatted(part.getValue(), part.getKey()))
                .collect(Collectors.joining(", "));
        spec.commandLine().getOut().println(json ? Http.JSON.valueToTree(kept).toString() : "kept: " + words);
        return 0;
    }
}
