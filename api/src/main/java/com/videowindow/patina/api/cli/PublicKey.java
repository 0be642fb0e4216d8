package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that signatures of a log are checked with. */
final class PublicKey {

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Public key of the log, or a file with it; that of PATINA_HOME when absent.")
    private @Nullable String given;

    /** Empty when none was named and this home has none. */
    Optional<String> text() throws IOException {
        if (given == null) {
            return Home.ofEnvironment().publicKey();
        }
        return Optional.of(given.contains("+") ? given : Files.readString(Path.of(given)));
    }

    /** For copies, which can be checked without it too, but then say nothing of where they come from. */
    Optional<String> textOrWarning(PrintWriter err) throws IOException {
        Optional<String> known = text();
        if (known.isEmpty()) {
            err.println("patina: without --key nobody knows who signed what is in the copies");
        }
        return known;
    }
}
