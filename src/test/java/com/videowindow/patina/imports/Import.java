package com.videowindow.patina.imports;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs commands of Patina on one home, each in a process of its own that can be killed. */
record Import(Path home, Path set) {

    private static final Pattern PROGRESS = Pattern.compile("^ratings: ([\\d,]+) of", Pattern.MULTILINE);

    /** The set of 100,836 ratings; who has not got it skips what needs it. */
    static Path wholeSet() {
        Path set = Path.of(System.getProperty("patina.data.dir"), "movielens", "ml-latest-small");
        assumeThat(set.resolve("ratings.csv")).as("ml-latest-small").exists();
        return set;
    }

    /** To its end; answers the closing report. */
    JsonNode run() throws IOException, InterruptedException {
        return lastLine(finished(start("import", "movielens", set.toString(), "--json")));
    }

    /** Until so many ratings were sent, and a random moment longer; then with -9. Answers whether it was still running. */
    boolean runUntil(long ratings, long thenMillis) throws IOException, InterruptedException {
        Files.deleteIfExists(errors().toPath());
        Process process = start("import", "movielens", set.toString(), "--json");
        while (process.isAlive() && sent().orElse(-1) < ratings) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        process.waitFor(thenMillis, TimeUnit.MILLISECONDS);
        boolean running = process.isAlive();
        process.destroyForcibly().waitFor();
        return running;
    }

    long interactionsInTheLog() throws IOException, InterruptedException {
        JsonNode log = lastLine(finished(start("log", "status", "--json"))).path("log");
        return log.path("types").path("InteractionRecorded").asLong();
    }

    private OptionalLong sent() throws IOException {
        if (!errors().exists()) {
            return OptionalLong.empty();
        }
        return PROGRESS.matcher(Files.readString(errors().toPath()))
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1).replace(",", "")))
                .max();
    }

    private Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.videowindow.patina.api.cli.Commands"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.redirectOutput(output()).redirectError(ProcessBuilder.Redirect.appendTo(errors()));
        builder.environment().put("PATINA_HOME", home.toString());
        // Reading plays no part here: the consent gate and the log do without Elasticsearch.
        builder.environment().put("PATINA_ELASTICSEARCH_URI", "http://127.0.0.1:9");
        return builder.start();
    }

    private static Process finished(Process process) throws InterruptedException {
        process.waitFor();
        return process;
    }

    private JsonNode lastLine(Process process) throws IOException {
        List<String> lines = Files.readAllLines(output().toPath());
        if (process.exitValue() != 0 || lines.isEmpty()) {
            throw new IOException("Ended with " + process.exitValue() + ": " + Files.readString(errors().toPath()));
        }
        return new ObjectMapper().readTree(lines.getLast());
    }

    private File output() {
        return home.resolve("output.txt").toFile();
    }

    private File errors() {
        return home.resolve("errors.txt").toFile();
    }
}
