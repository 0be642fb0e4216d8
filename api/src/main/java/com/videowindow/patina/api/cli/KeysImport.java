package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import java.io.IOException;
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

/** Gives a home its keys and its people back. */
@Command(
        name = "import",
        description = {
            "Gives a home, restored or to be restored, its keys and the map of people back; no server may run on it.",
            "The file is read whole before anything is changed. Other keys that are there are never replaced, and whoever is "
                    + "known there already stays who they are there."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class KeysImport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What keys export wrote.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private RecoveryKey recoveryKey;

    @Option(names = "--json", description = "Print what became of each part as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofEnvironment();
        if (home.server().isPresent()) {
            spec.commandLine().getErr().println("patina: a server runs on " + home.folder() + "; stop it first");
            return 1;
        }
        char[] secret = recoveryKey.ofFile();
        Map<String, Outcome> outcomes;
        try (LogAlone log = LogAlone.of(home)) {
            outcomes = log.keys().restore(file, secret);
        }
        spec.commandLine()
                .getOut()
                .println(json ? Http.JSON.valueToTree(outcomes).toString() : inWords(outcomes));
        return 0;
    }

    private static String inWords(Map<String, Outcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(part -> inWords(part.getKey(), part.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String inWords(String part, Outcome outcome) {
        String kept = outcome.kept() == 0 ? "" : ", %,d here otherwise, which stay so".formatted(outcome.kept());
        return "%-10s %,d added, %,d here already%s".formatted(part, outcome.added(), outcome.same(), kept);
    }
}
