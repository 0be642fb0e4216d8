package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    /** Another process: it fills a folder, says so, and waits for its end. */
    static final class Filling {
        private Filling() {}

        public static void main(String[] words) throws Exception {
            try (Scratch scratch = Scratch.make()) {
                Files.writeString(
                        Files.createDirectories(scratch.folder().resolve("home/keys"))
                                .resolve("key"),
                        "secret");
                System.out.println("filled");
                Thread.sleep(60_000);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Process filling(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filling.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("filled");
        return process;
    }

    private static List<Path> left(Path folder) throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void is_gone_when_the_command_is_stopped(@TempDir Path folder) throws Exception {
        Process process = filling(folder);
        assertThat(left(folder)).hasSize(1);
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(left(folder)).isEmpty();
    }

    @Test
    void of_a_killed_command_is_gone_with_the_next_and_of_a_running_one_stays(@TempDir Path folder) throws Exception {
        Process killed = filling(folder);
        killed.destroyForcibly();
        killed.waitFor();
        Process running = filling(folder);
        await().untilAsserted(() -> assertThat(left(folder)).hasSize(1));
        Scratch.clear(folder);
        assertThat(left(folder)).singleElement().asString().contains("-" + running.pid() + "-");
        running.destroy();
        running.waitFor();
    }
}
