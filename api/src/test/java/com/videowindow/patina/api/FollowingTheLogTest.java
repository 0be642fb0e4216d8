package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code log tail -f} beside a server, until it is ended. */
class FollowingTheLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void what_is_stored_meanwhile_is_printed_once_and_in_order(@TempDir Path folder) throws Exception {
        Node.person("who-was-there").consenting();
        Path out = folder.resolve("out");
        Process tail = Said.command(
                        Node.home(),
                        Stream.of("log", "tail", "-f", "-n", "1", "--type", "ConsentGiven,ConsentWithdrawn"))
                .redirectOutput(out.toFile())
                .redirectError(new File("/dev/null"))
                .start();
        try {
            await().atMost(PATIENCE).until(() -> !positions(out).isEmpty());
            Calls late = Node.person("who-is-late").consenting();
            long last = late.put("/api/v1/user/consents/training", "{\"granted\":false,\"policyVersion\":\"1\"}")
                    .position();
            await().atMost(PATIENCE).until(() -> positions(out).contains(last));
            assertThat(positions(out)).hasSizeGreaterThan(2).isSorted().doesNotHaveDuplicates();
        } finally {
            tail.destroy();
        }
        assertThat(tail.onExit()).succeedsWithin(PATIENCE);
    }

    private static List<Long> positions(Path out) throws Exception {
        String whole = Files.readString(out);
        return whole.substring(0, whole.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> Long.valueOf(line.substring(0, line.indexOf(' '))))
                .toList();
    }
}
