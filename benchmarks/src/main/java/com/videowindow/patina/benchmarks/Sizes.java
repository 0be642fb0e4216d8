package com.videowindow.patina.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** How much is generated, where no set is named. */
final class Sizes {
    @Option(
            names = "--items",
            paramLabel = "N",
            description = "Generates a catalogue of so many pieces instead of reading a set; 0 for none.")
    private int items;

    @Option(
            names = "--people",
            defaultValue = "500",
            description = "With --items: people with a history (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--likes",
            defaultValue = "20",
            description = "With --items: how much each of them rated (default: ${DEFAULT-VALUE}).")
    private int likes;

    @Option(
            names = "--factors",
            paramLabel = "N",
            description = "With --items: trains a model of so many factors on the node, and serves by it; 0 for none.")
    private int factors;

    @Option(
            names = "--ingest",
            defaultValue = "500",
            description = "With --items: events a second beside the lists (default: ${DEFAULT-VALUE}).")
    private int ingested;

    @Option(
            names = "--batch",
            defaultValue = "10",
            description = "Of these in one call, as clients gather what a person does (default: ${DEFAULT-VALUE}).")
    private int batch;

    boolean isAsked() {
        return items > 0;
    }

    boolean trains() {
        return isAsked() && factors > 0;
    }

    /** Calls a second. */
    int ingesting() {
        return Math.max(1, ingested / batch);
    }

    int batch() {
        return batch;
    }

    Map<String, String> settings() {
        return trains() ? ModelOfNode.settings(factors, items) : Map.of();
    }

    Path generated(Path folder, long seed) throws IOException {
        return new GeneratedSet(items, people, Math.min(likes, items / 4), seed).in(folder);
    }

    /** How long read models may take for it. */
    Duration patience() {
        return Duration.ofMinutes(5).plusMillis(10L * (items + (long) people * likes));
    }
}
