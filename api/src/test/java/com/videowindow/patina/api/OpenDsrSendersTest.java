package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.api.Calls.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What senders of requests say of them is not taken for more than it is. */
class OpenDsrSendersTest {
    private static final String REQUESTS = "/api/v1/compliance/opendsr/requests";
    private static final Calls TOOL = Node.officer();
    private final Instant submitted = Instant.now();

    private final String name = "anna-" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString();

    private String body(String id, String type, String regulation, String user, String more) {
        return OpenDsrTest.body(id, type, regulation, submitted, user, more);
    }

    private Answer send(String type, String regulation, String user, String more) {
        return TOOL.post(REQUESTS, body(id, type, regulation, user, more));
    }

    @Test
    void the_same_id_is_nobody_elses_whether_anybody_is_known_or_not() {
        Node.person(name).consenting();
        Node.person("ben-" + name).consenting();
        assertThat(send("erasure", "gdpr", name, "").status()).isEqualTo(201);
        for (String body : List.of(
                body(id, "erasure", "gdpr", "ben-" + name, ""),
                body(id, "erasure", "gdpr", "nobody-" + name, ""),
                body(id, "access", "gdpr", name, ""),
                body(id, "erasure", "gdpr", name, ",\"skip_waiting_period\":true"),
                body(id, "erasure", "gdpr", name, "").replace("anna@example.com", "ben@example.com"))) {
            Answer refused = TOOL.post(REQUESTS, body);
            assertThat(refused.status()).as(body).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("idempotency-key-reused");
        }
        assertThat(send("erasure", "gdpr", name, "").status()).as("the same").isEqualTo(201);
        assertThat(TOOL.post(REQUESTS, body(id, "erasure", "gdpr", name, "").replace(",", " , "))
                        .status())
                .as("the same in other spaces")
                .isEqualTo(201);

        String other = UUID.randomUUID().toString();
        String nobody = body(other, "erasure", "gdpr", "nobody-" + other, "");
        assertThat(TOOL.post(REQUESTS, nobody).status()).isEqualTo(201);
        assertThat(TOOL.post(REQUESTS, nobody.replace("nobody-", "somebody-")).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(TOOL.post(REQUESTS, body(other, "erasure", "gdpr", name, "")).problem())
                .isEqualTo("idempotency-key-reused");
        Node.person("nobody-" + other).consenting();
        assertThat(TOOL.post(REQUESTS, nobody).status())
                .as("who is somebody since")
                .isEqualTo(201);
    }

    @Test
    void what_a_request_calls_its_host_is_not_signed() throws IOException {
        send("access", "gdpr", "nobody-" + name, "");
        for (String address : List.of(REQUESTS + "/" + id, "/api/v1/compliance/opendsr/discovery")) {
            assertThat(calledAsEvil(address)).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
        }
        assertThat(calledAsEvil(REQUESTS + "/" + id)).contains("X-OpenDSR-Processor-Domain: patina.example");
        assertThat(calledAsEvil("/api/v1/compliance/opendsr/discovery"))
                .contains("\"https://patina.example/api/v1/audit/key\"");
    }

    private static String calledAsEvil(String path) throws IOException {
        try (Socket node = new Socket(InetAddress.getLoopbackAddress(), Node.port())) {
            node.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                    .formatted(path, TOOL.token())
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
