package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9, again and again, on one store: what was acknowledged is there, once, where it was said to be. */
class KilledWhileWritingTest {
    private static final int MOST_ACKNOWLEDGEMENTS = 1_500;

    @Test
    void three_times_nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws IOException {
        killed(folder, 3);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void twenty_times_nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws IOException {
        killed(folder, 20);
    }

    private static void killed(Path folder, int rounds) throws IOException {
        Random random = new Random(20_261_123);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            acknowledged.addAll(
                    acknowledgedBeforeDeath(folder, "r" + round, 100 + random.nextInt(MOST_ACKNOWLEDGEMENTS)));
            assertAllThere(folder, acknowledged);
        }
    }

    private static List<String> acknowledgedBeforeDeath(Path folder, String round, int lines) throws IOException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestServer.option(),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = writer.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == lines) {
                    writer.toHandle().destroyForcibly(); // unlike the process's own, leaves its last words readable
                }
            }
        } finally {
            writer.destroyForcibly().onExit().join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(lines);
        return acknowledged;
    }

    private static void assertAllThere(Path folder, List<String> acknowledged) {
        History history = new History();
        for (String line : acknowledged) {
            String[] parts = line.split(" ", -1);
            history.acknowledged(parts[0], parts.length > 1 ? new LogPosition(Long.parseLong(parts[1])) : null);
        }
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
