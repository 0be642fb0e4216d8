package com.videowindow.patina.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data folder for one measurement. */
public record Scratch(Path folder, boolean keep) implements AutoCloseable {

    /** The named one, which is kept, or a fresh one, which is not. */
    public static Scratch of(@Nullable Path named) throws IOException {
        if (named == null) {
            return new Scratch(Files.createTempDirectory("patina-bench"), false);
        }
        return new Scratch(Files.createDirectories(named).toAbsolutePath(), true);
    }

    @Override
    public void close() throws IOException {
        if (keep) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Scratch::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }
}
