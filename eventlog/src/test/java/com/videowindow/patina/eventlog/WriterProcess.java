package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A {@link KilledWriter} in a process of its own, and what it said was stored. */
final class WriterProcess implements AutoCloseable {
    /** Of writers: their number is a multiple of it. */
    static final int KINDS = 4;

    private static final int WRITERS = 2 * KINDS;

    private final Process process;
    private final Path errors;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final CompletableFuture<Void> read;

    private WriterProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.read = new CompletableFuture<>();
    }

    /** @param under a command that runs another, with its options; none to run the writer alone */
    static WriterProcess in(Path folder, String round, List<String> under) throws IOException {
        return at(folder.toString(), round, under, WRITERS);
    }

    /** @param log a folder, or the address of a server that runs */
    static WriterProcess at(String log, String round, List<String> under, int writers) throws IOException {
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TestServer.option(),
                KilledWriter.class.getName(),
                log,
                round,
                String.valueOf(writers)));
        Path errors = Files.createTempFile("writer", ".err");
        Process started =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        WriterProcess writer = new WriterProcess(started, errors);
        Thread.ofPlatform().start(writer::read);
        return writer;
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(line -> {
                lines.add(line);
                if (Said.isAcknowledgement(line)) {
                    acknowledged.incrementAndGet();
                }
            });
        } catch (IOException | java.io.UncheckedIOException e) {
            // it was killed; what it said before is there
        } finally {
            read.complete(null);
        }
    }

    /** How often it was told by now that an event is stored. */
    int acknowledgements() {
        return acknowledged.get();
    }

    /** What it said so far. */
    Said said() {
        return new Said(List.copyOf(lines));
    }

    /** What it was told when something could not be stored. */
    String refusals() throws IOException {
        return Files.readString(errors);
    }

    /** Everything that it said until it was killed. */
    Said killed() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly(); // unlike the process's own, leaves its last words readable
        process.onExit().join();
        read.join();
        return said();
    }

    @Override
    public void close() throws IOException {
        killed();
        Files.delete(errors);
    }

    /**
     * All of it stands in the log once, the log is whole, and nothing else is wrong with it.
     *
     * @param where a folder, or the address of a server that runs
     */
    static void assertAllThere(String where, List<Said> processes) {
        History history = new History();
        processes.forEach(said -> said.tell(history));
        try (OpenLog open = OpenLog.at(where);
                Stream<Block> blocks = all(new Blocks(open.database(), EventLogSettings.DEFAULTS.patience()))) {
            List<Block> log = blocks.toList();
            assertThat(history.violations(log)).isEmpty();
            // What a killed process had sent may still arrive.
            assertThat(open.log().verify().blocks()).isGreaterThanOrEqualTo(log.size());
        }
    }

    private static Stream<Block> all(Blocks blocks) {
        return Stream.iterate(
                        blocks.read(0, 32),
                        some -> !some.isEmpty(),
                        some -> blocks.read(some.getLast().number() + 1, 32))
                .flatMap(List::stream);
    }
}
