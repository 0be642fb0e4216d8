package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import picocli.CommandLine.Option;

/** The keys that signatures of a log are checked with. */
final class PublicKey {

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "Public key of the log, or a file with it; those of PATINA_HOME when absent. Where one followed "
                            + "another: several times, or several lines of a file, the oldest first.")
    private List<String> given = List.of();

    /** A line each; empty when none was named and this home has none. */
    Optional<String> text() throws IOException {
        Optional<String> named = named();
        return named.isPresent() ? named : Home.ofEnvironment().publicKeys();
    }

    /** Those that were named. */
    Optional<String> named() throws IOException {
        StringJoiner lines = new StringJoiner("\n");
        for (String each : given) {
            lines.add(each.contains("+") ? each : Files.readString(Path.of(each)));
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(lines.toString());
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
