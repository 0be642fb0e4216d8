package com.videowindow.patina.eventlog;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at random moments; what it said was stored must be there, once, in a whole log. */
class KilledWhileWritingTest {
    private static final int MOST_ACKNOWLEDGEMENTS = 3_000;

    @Test
    void three_times_nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws Exception {
        killed(folder, 3, 8);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void fifty_times_under_32_writers_nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws Exception {
        killed(folder, 50, 32);
    }

    private static void killed(Path folder, int rounds, int writers) throws Exception {
        Random random = new Random(20_261_123);
        List<Said> said = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int wanted = 100 + random.nextInt(MOST_ACKNOWLEDGEMENTS);
            try (WriterProcess writer = WriterProcess.at(folder.toString(), "r" + round, List.of(), writers)) {
                await().pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> writer.acknowledgements() >= wanted);
                said.add(writer.killed());
            }
            WriterProcess.assertAllThere(folder.toString(), said);
        }
    }
}
