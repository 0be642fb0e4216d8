package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A {@link KilledWriter} in a process of its own, and what it said was stored. */
final class WriterProcess implements AutoCloseable {
    /** Begins what was read, instead of stored. */
    static final String SAW = "saw ";

    private final Process process;
    private final Path errors;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> read;

    private WriterProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.read = new CompletableFuture<>();
    }

    /** @param under a command that runs another, with its options; none to run the writer alone */
    static WriterProcess in(Path folder, String round, List<String> under) throws IOException {
        List<String> command = new ArrayList<>(under);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TestServer.option(),
                KilledWriter.class.getName(),
                folder.toString(),
                round));
        Path errors = Files.createTempFile("writer", ".err");
        Process started =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        WriterProcess writer = new WriterProcess(started, errors);
        Thread.ofPlatform().start(writer::read);
        return writer;
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(acknowledged::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // it was killed; what it said before is there
        } finally {
            read.complete(null);
        }
    }

    int acknowledgements() {
        return acknowledged.size();
    }

    /** What it was told when something could not be stored. */
    String refusals() throws IOException {
        return Files.readString(errors);
    }

    /** Everything that it said until it was killed. */
    List<String> killed() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly(); // unlike the process's own, leaves its last words readable
        process.onExit().join();
        read.join();
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() throws IOException {
        killed();
        Files.delete(errors);
    }

    /** All of it stands in the log once, the log is whole, and nothing else is wrong with it. */
    static void assertAllThere(Path folder, List<String> acknowledged) {
        History history = new History();
        acknowledged.stream().filter(line -> !line.startsWith(SAW)).forEach(line -> {
            String[] parts = line.split(" ", -1);
            history.acknowledged(parts[0], parts.length > 1 ? new LogPosition(Long.parseLong(parts[1])) : null);
        });
        acknowledged.stream()
                .filter(line -> line.startsWith(SAW))
                .map(line -> line.substring(SAW.length()))
                .filter(key -> !history.isAcknowledged(key))
                .forEach(key -> history.acknowledged(key, null));
        try (OpenLog open = OpenLog.in(folder);
                Stream<Block> blocks = all(new Blocks(open.database(), EventLogSettings.DEFAULTS.patience()))) {
            List<Block> log = blocks.toList();
            assertThat(history.violations(log)).isEmpty();
            assertThat(open.log().verify().blocks()).isEqualTo(log.size());
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
