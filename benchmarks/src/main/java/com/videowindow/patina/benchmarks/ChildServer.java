package com.videowindow.patina.benchmarks;

import com.videowindow.patina.api.security.LocalTokens;
import com.videowindow.patina.api.security.Role;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, started by the launcher as an operator would start it. */
final class ChildServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration TOKENS_LAST = Duration.ofHours(24);

    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private @Nullable Process process;

    ChildServer(Path home, Map<String, String> environment) throws IOException {
        this.home = home;
        this.environment = environment;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Starts it and answers how long it took until {@code healthy} answered with success. */
    Duration start(String healthy) throws IOException, InterruptedException {
        long began = System.nanoTime();
        process = launch(List.of("serve"));
        Api anybody = new Api(address(), "");
        while (System.nanoTime() - began < START.toNanos()) {
            if (!process.isAlive()) {
                throw new IOException("The server ended at its start; see " + output());
            }
            if (anybody.status(healthy) == 200) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
            Thread.sleep(50);
        }
        throw new IOException("The server was not healthy in " + START + "; see " + output());
    }

    /** Runs another command of the launcher on the same home, to its end. */
    void run(List<String> command) throws IOException, InterruptedException {
        Process child = launch(command);
        if (child.waitFor() != 0) {
            throw new IOException("patina " + String.join(" ", command) + " failed; see " + output());
        }
    }

    private Process launch(List<String> command) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Objects.requireNonNull(System.getenv("PATINA_LAUNCHER"), "start me by: ./patina bench"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output()));
        builder.environment().putAll(environment);
        builder.environment().put("PATINA_HOME", home.toString());
        builder.environment().put("PATINA_PORT", String.valueOf(port));
        builder.environment().put("PATINA_NO_BUILD", "1");
        Process child = builder.start();
        // Whoever stops the benchmark means its server too.
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
        return child;
    }

    private File output() {
        return home.resolve("output.txt").toFile();
    }

    /** As when the power fails, for this process: no handler of its runs. */
    void killHard() throws InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.destroyForcibly();
        running.waitFor();
    }

    /** Processor time that the server itself has used so far, without its stores in other processes. */
    Duration cpu() {
        return Objects.requireNonNull(process).info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes of its heap that are in use, after everything else was let go of. */
    long heap() throws IOException, InterruptedException {
        Process running = Objects.requireNonNull(process);
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process histogram = new ProcessBuilder(jcmd, String.valueOf(running.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String last;
        try (var lines = histogram.inputReader().lines()) {
            last = lines.filter(line -> line.startsWith("Total")).reduce("", (before, after) -> after);
        }
        String[] words = last.trim().split("\\s+", -1);
        if (histogram.waitFor() != 0 || words.length < 3) {
            throw new IOException("jcmd does not tell what the heap holds");
        }
        return Long.parseLong(words[2]);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Api as(Role role, String subject) {
        return new Api(address(), LocalTokens.of(home).issue(role, subject, TOKENS_LAST));
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new UncheckedIOException(new IOException("The server did not stop in a minute"));
            }
        } catch (InterruptedException stopped) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
