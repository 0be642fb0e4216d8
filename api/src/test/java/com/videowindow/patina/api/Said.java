package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a command said, as a process of its own, and its exit status. */
record Said(int status, String out, String err) {

    /** A command that is yet to be started. */
    static ProcessBuilder command(Path home, Stream<String> words) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                // it ends before a better compiler would have paid
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.videowindow.patina.api.cli.Commands"),
                        words)
                .toList();
        ProcessBuilder process = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
        process.environment().put("PATINA_HOME", home.toAbsolutePath().toString());
        process.environment().remove("PATINA_RECOVERY_KEY");
        return process;
    }

    /** @param family of the command, its first word */
    static Said by(Path home, String family, String... words) throws IOException, InterruptedException {
        return of(command(home, Stream.concat(Stream.of(family), Stream.of(words))));
    }

    static Said of(ProcessBuilder command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("said", ".out");
        Path err = Files.createTempFile("said", ".err");
        Process running =
                command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(running.waitFor(3, TimeUnit.MINUTES)).isTrue();
        Said said = new Said(
                running.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return said;
    }
}
