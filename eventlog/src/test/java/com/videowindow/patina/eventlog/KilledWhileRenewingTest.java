package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a node ends that renews its master, the folder of keys holds one master, and no former one, after the next renewal. */
class KilledWhileRenewingTest {
    private static final int ROUNDS = 8;
    private static final int MOST_MILLIS = 300;

    @Test
    void no_former_master_is_left_in_a_file_after_the_next_renewal(@TempDir Path home) throws Exception {
        Random random = new Random(20_261_128);
        Path keys = home.resolve("keys");
        for (int round = 0; round < ROUNDS; round++) {
            kill(home, random.nextInt(MOST_MILLIS));
            if (round % 2 == 0) {
                KeyFolder.clear(keys); // as a node does that starts
                assertThat(names(keys)).containsExactly(LocalMasterKey.FILE, "master.lock");
            }
            RenewingMaster.renew(home, 1);
            assertThat(names(keys)).as("round %d", round).containsExactly(LocalMasterKey.FILE, "master.lock");
            assertThat(Files.readString(keys.resolve(LocalMasterKey.FILE)))
                    .containsOnlyOnce("\"keyId\"")
                    .doesNotContain("\0");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** So long after it renewed the master for the first time. */
    private static void kill(Path home, int afterMillis) throws Exception {
        Process renewing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenewingMaster.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = renewing.inputReader()) {
            assertThat(out.readLine()).isEqualTo("1");
            renewing.onExit()
                    .completeOnTimeout(renewing, afterMillis, TimeUnit.MILLISECONDS)
                    .join();
            renewing.destroyForcibly().waitFor();
        }
    }
}
