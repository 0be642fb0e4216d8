package com.videowindow.patina.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder for the time of a command, for its owner alone. It goes also when the command is stopped, and what a killed one
 * left goes with the next.
 */
final class Scratch implements AutoCloseable {
    private static final String PREFIX = "patina-drill-";
    private static final long PATIENCE_SECONDS = 10;

    private final Path folder;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Thread stopped = new Thread(this::stop, "scratch");

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch make() throws IOException {
        clear(Path.of(System.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        Scratch scratch = new Scratch(folder);
        Runtime.getRuntime().addShutdownHook(scratch.stopped);
        return scratch;
    }

    /** Deletes those whose processes are gone. */
    static void clear(Path all) throws IOException {
        try (Stream<Path> left = Files.list(all)) {
            for (Path each : left.filter(Scratch::isLeft).toList()) {
                delete(each);
            }
        }
    }

    private static boolean isLeft(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d{1,18}-.*")
                && Files.isWritable(folder)
                && ProcessHandle.of(
                                Long.parseLong(name.substring(PREFIX.length()).replaceFirst("-.*", "")))
                        .isEmpty();
    }

    Path folder() {
        return folder;
    }

    /** A signal: what uses the folder is asked to stop first, since it would write it again. */
    private void stop() {
        worker.interrupt();
        try {
            if (!gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                delete(folder);
            }
        } catch (IOException | InterruptedException left) {
            System.err.println("not deleted: " + folder);
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
        gone.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(stopped);
        } catch (IllegalStateException stopping) {
            return; // it waited for this
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException nothing) {
            return;
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
