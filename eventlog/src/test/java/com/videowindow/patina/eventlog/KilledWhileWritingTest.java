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
    private static final int MOST_ACKNOWLEDGEMENTS = 1_500;

    @Test
    void three_times_nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws Exception {
        killed(folder, 3);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void twenty_times_nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws Exception {
        killed(folder, 20);
    }

    private static void killed(Path folder, int rounds) throws Exception {
        Random random = new Random(20_261_123);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int wanted = 100 + random.nextInt(MOST_ACKNOWLEDGEMENTS);
            try (WriterProcess writer = WriterProcess.in(folder, "r" + round, List.of())) {
                await().pollInterval(Duration.ofMillis(2))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> writer.acknowledgements() >= wanted);
                acknowledged.addAll(writer.killed());
            }
            WriterProcess.assertAllThere(folder, acknowledged);
        }
    }
}
