package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.videowindow.patina.api.Calls.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** How it behaves towards everybody: clients, browsers, monitors, operators. */
class MannersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Calls nobody = new Calls(Node.address(), null);
    private final Calls anna = Node.person("anna-of-manners");

    @Test
    void a_request_keeps_the_name_it_brings() {
        for (String name : List.of("0af7651916cd43dd8448eb211c80319c", "0192f0c1-0000-7000-8000-00000000000A")) {
            assertThat(anna.get("/api/v1/user/profile", "X-Correlation-Id", name)
                            .header("X-Correlation-Id"))
                    .isEqualTo(name);
        }
        for (String name : List.of("<script>", "anna-of-manners")) {
            assertThat(anna.get("/api/v1/user/profile", "X-Correlation-Id", name)
                            .header("X-Correlation-Id"))
                    .doesNotContain(name)
                    .isNotEmpty();
        }
    }

    @Test
    void answers_are_safe_in_a_browser() {
        Answer answer = anna.get("/api/v1/user/profile", "Origin", "https://videowindow.example");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://videowindow.example");
    }

    @Test
    void health_is_open_and_says_little() {
        Answer health = nobody.get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().has("components")).isFalse();
        assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(Node.engineer()
                        .get("/actuator/health")
                        .json()
                        .at("/components/views/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(Node.engineer()
                        .get("/actuator/health/readiness")
                        .json()
                        .at("/components/views/status")
                        .asText())
                .isEqualTo("UP");
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(401);
    }

    @Test
    void metrics_are_for_those_who_run_it() {
        assertThat(nobody.get("/actuator/prometheus").status()).isEqualTo(401);
        String metrics = new String(
                Node.engineer().get("/actuator/prometheus").response().body(), StandardCharsets.UTF_8);
        assertThat(metrics).contains("patina_recommendations_seconds", "patina_trails_waiting", "patina_log_append");
    }

    @Test
    void the_log_and_its_projections_can_be_looked_at() {
        Node.person("who-wrote-first").consenting();
        JsonNode log = Node.engineer().get("/api/v1/operations/log").json();
        assertThat(log.path("checkpoint").asText()).matches("[0-9a-f]{64}");
        assertThat(Node.engineer().get("/api/v1/operations/projections").json().findValuesAsText("name"))
                .contains("memory", "interest-profiles", "trails");
    }

    @Test
    void a_stranger_who_asks_too_often_is_told_to_wait() throws IOException {
        String answer = "";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), Node.port(), InetAddress.getByName("127.0.0.9"), 0)) {
            byte[] request = "POST /api/v1/visitors HTTP/1.1\r\nHost: patina\r\nContent-Length: 0\r\n\r\n"
                    .repeat(90)
                    .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(request);
            socket.setSoTimeout(20_000);
            byte[] buffer = new byte[1 << 16];
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf("too-many-requests") < 0) {
                int read = socket.getInputStream().read(buffer);
                seen.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            answer = seen.toString();
        }
        assertThat(answer).contains("HTTP/1.1 201", "HTTP/1.1 429", "Retry-After: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a\\b, Host, 400, ''",
        "GET /, Cookie, 400, /bad-request",
        "TRACE /, Host, 405, /method-not-allowed"
    })
    void a_request_that_reaches_no_endpoint_gets_a_problem(String line, String header, int status, String problem)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Node.port())) {
            String value = header.equals("Host") ? "patina" : "x".repeat(9_000);
            socket.getOutputStream()
                    .write("%s HTTP/1.1\r\n%s: %s\r\n\r\n"
                            .formatted(line, header, value)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20_000);
            byte[] buffer = new byte[1 << 14];
            int read = socket.getInputStream().read(buffer);
            assertThat(new String(buffer, 0, read, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status)
                    .contains("X-Correlation-Id: ", problem);
        }
    }

    @Test
    void the_address_of_the_server_stands_in_its_folder_and_its_key_is_its_own() throws IOException {
        JsonNode note = JSON.readTree(Files.readString(Node.home().resolve("server.json")));
        assertThat(note.path("address").asText()).isEqualTo(Node.address().toString());
        assertThat(note.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        Path key = Node.home().resolve("keys").resolve("token-signing.jwk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_log_file_is_json_and_knows_no_names() throws IOException {
        anna.get("/api/v1/user/profile");
        String lines = Files.readString(Node.home().resolve("logs").resolve("patina.json"));
        for (String line : lines.split("\n", -1)) {
            assertThat(line.isEmpty() || JSON.readTree(line).has("@timestamp")).isTrue();
        }
        assertThat(lines).doesNotContain("anna-of-manners");
    }

    /** By what is logged, not by the file: other servers in this process may have taken the file since. */
    @Test
    void a_refused_request_is_found_in_the_log_by_its_name() {
        String name = UUID.randomUUID().toString();
        Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> listening = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.prepareForDeferredProcessing();
                lines.add(line);
            }
        };
        listening.start();
        Logger logger = (Logger) LoggerFactory.getLogger("com.videowindow.patina.api.problem.Correlation");
        // A server that could not start in this process leaves all logging filtered out.
        logger.getLoggerContext().resetTurboFilterList();
        logger.setLevel(Level.INFO);
        logger.addAppender(listening);
        try {
            anna.get("/api/v1/catalog/content/nothing-of-anna", "X-Correlation-Id", name);
            ILoggingEvent line = await().until(
                            () -> lines.stream()
                                    .filter(each ->
                                            name.equals(each.getMDCPropertyMap().get("correlationId")))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
            assertThat(line.getMDCPropertyMap()).containsEntry("problem", "not-found");
            assertThat(line.getKeyValuePairs().toString())
                    .contains("method=\"GET\"", "route=\"/api/v1/catalog/content/{id}\"", "status=\"404\"")
                    .doesNotContain("anna");
        } finally {
            logger.detachAppender(listening);
            logger.setLevel(null);
        }
    }
}
