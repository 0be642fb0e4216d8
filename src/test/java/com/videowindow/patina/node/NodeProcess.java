package com.videowindow.patina.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** One node in a process of its own, on the same port whenever it runs, that can be killed and stalled. */
public final class NodeProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final int port = freePort();
    private Process process;

    private NodeProcess(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment.putAll(environment);
        this.process = launched();
    }

    /** @param home with the keys that nodes on one log share */
    public static NodeProcess start(Path home, Map<String, String> environment) {
        return new NodeProcess(home, environment);
    }

    /** Once more, after it was killed. */
    public void startAgain() {
        assertThat(process.isAlive()).isFalse();
        process = launched();
    }

    /** The same with other settings. */
    public void startAgain(Map<String, String> settings) {
        environment.putAll(settings);
        startAgain();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its death. */
    public boolean isAliveAfter(Duration patience) {
        try {
            return !process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return process.isAlive();
        }
    }

    private Process launched() {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.videowindow.patina.api.cli.Commands",
                        "serve"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("output.txt").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("PATINA_HOME", home.toString());
        builder.environment().put("PATINA_PORT", String.valueOf(port));
        builder.environment().put("PATINA_LIMITS_PER_SECOND", "100000");
        builder.environment().put("PATINA_LIMITS_BURST", "100000");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public NodeProcess healthy() {
        await().atMost(START).until(() -> {
            assertThat(process.isAlive()).as(this::lastWords).isTrue();
            return isHealthy();
        });
        return this;
    }

    /** All that it put out, in all its lives. */
    public String said() throws IOException {
        return Files.readString(home.resolve("output.txt"));
    }

    private String lastWords() {
        try {
            List<String> said = Files.readAllLines(home.resolve("output.txt"));
            return "node on " + home + ": "
                    + String.join("\n", said.subList(Math.max(0, said.size() - 9), said.size()));
        } catch (IOException e) {
            return "node on " + home;
        }
    }

    public boolean isHealthy() {
        try {
            return RestClient.create(address())
                    .get()
                    .uri("/actuator/health")
                    .retrieve()
                    .onStatus(HttpStatusCode::isError, (asked, answered) -> {})
                    .toBodilessEntity()
                    .getStatusCode()
                    .is2xxSuccessful();
        } catch (RestClientException notYet) {
            return false;
        }
    }

    /** With -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It stands still in the middle of whatever it does, and does not know it. */
    public void stall() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
            assertThat(sent.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Client client(String name) {
        return Client.of(address(), home, name);
    }

    /** Somebody who soon turns to another node. */
    public Client client(String name, Duration patience) {
        return Client.of(address(), home, name, patience);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
