package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, that fails, and that is slow: nothing is acknowledged that is not on it, the reason is told, and
 * what was acknowledged is there afterwards. The faults are the kernel's own, so these need the right to make them.
 */
@Tag("long")
class FailingDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final int BALLAST = 4 << 20;

    @Test
    void a_full_disk_is_said_to_be_full_and_the_log_goes_on_after_a_restart_with_room(@TempDir Path folder)
            throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString()) == 0,
                "needs the right to mount a file system");
        try {
            fill(folder);
        } finally {
            run("umount", "-l", folder.toString());
        }
    }

    private static void fill(Path disk) throws Exception {
        Path log = disk.resolve("log");
        Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        List<Said> said = new ArrayList<>();
        try (WriterProcess writer = WriterProcess.in(log, "full", List.of())) {
            await().atMost(PATIENCE).until(() -> writer.refusals().contains("refused"));
            awaitQuiet(writer);
            assertThat(writer.refusals()).contains("No space left on device", "make room and start again");
            said.add(writer.killed());
        }
        Files.delete(ballast);
        try (WriterProcess writer = WriterProcess.in(log, "again", List.of())) {
            await().atMost(PATIENCE).until(() -> writer.acknowledgements() > 500);
            assertThat(writer.refusals()).doesNotContain("refused");
            said.add(writer.killed());
        }
        WriterProcess.assertAllThere(log.toString(), said);
    }

    /** Nothing more is acknowledged. */
    private static void awaitQuiet(WriterProcess writer) throws InterruptedException {
        int before = -1;
        while (before < writer.acknowledgements()) {
            before = writer.acknowledgements();
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
        }
    }

    @Test
    void what_the_disk_failed_to_sync_is_not_acknowledged(@TempDir Path folder) throws Exception {
        List<Said> said = new ArrayList<>();
        for (int first : List.of(40, 173, 400)) {
            try (WriterProcess writer = WriterProcess.in(
                    folder, "fails" + first, strace("inject=fsync,fdatasync:error=EIO:when=" + first + "+"))) {
                await().atMost(PATIENCE).until(() -> writer.refusals().contains("refused"));
                awaitQuiet(writer);
                assertThat(writer.refusals()).contains("Input/output error");
                said.add(writer.killed());
            }
            WriterProcess.assertAllThere(folder.toString(), said);
        }
    }

    @Test
    void a_slow_disk_is_waited_for(@TempDir Path folder) throws Exception {
        Said said;
        try (WriterProcess writer =
                WriterProcess.in(folder, "slow", strace("inject=fsync,fdatasync:delay_exit=50000"))) {
            await().atMost(PATIENCE).until(() -> writer.acknowledgements() > 200);
            assertThat(writer.refusals()).doesNotContain("refused");
            said = writer.killed();
        }
        WriterProcess.assertAllThere(folder.toString(), List.of(said));
    }

    private static List<String> strace(String fault) throws IOException, InterruptedException {
        assumeTrue(run("strace", "-o", "/dev/null", "true") == 0, "needs strace and the right to trace");
        return List.of("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", fault);
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }
}
