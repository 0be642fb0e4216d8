package com.videowindow.patina.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** Who is to be told how a request stands is known after a restart, and since when; whether they may be called is asked anew. */
@Tag("long")
class ToldAfterARestartTest {
    private static final String REQUESTS = "/api/v1/compliance/opendsr/requests";
    private static final String ADDRESS = "--patina.opendsr.address=https://patina.example";
    private static final Duration SOON = Duration.ofMinutes(1);

    private final AtomicInteger calls = new AtomicInteger();
    private final String id = UUID.randomUUID().toString();
    private HttpServer sender;
    private String told;

    @BeforeEach
    void listen() throws IOException {
        sender = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sender.createContext("/told/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            calls.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        sender.start();
        told = "http://127.0.0.1:" + sender.getAddress().getPort() + "/told/";
    }

    @AfterEach
    void listenNoMore() {
        sender.stop(0);
    }

    private static double untold(Node node) {
        return node.context()
                .getBean(MeterRegistry.class)
                .get("patina.opendsr.untold")
                .gauge()
                .value();
    }

    private void send(Client officer) {
        Client.Answer answer =
                officer.send(HttpMethod.POST, REQUESTS, Role.COMPLIANCE, """
                {"subject_request_id":"%s","subject_request_type":"erasure","regulation":"gdpr","submitted_time":"%s",
                 "subject_identities":[
                   {"identity_type":"controller_customer_id","identity_value":"anna","identity_format":"raw"}],
                 "status_callback_urls":["%s"]}""".formatted(id, Instant.now(), told));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(officer.send(HttpMethod.DELETE, REQUESTS + "/" + id, Role.COMPLIANCE, "")
                        .status())
                .isEqualTo(202);
    }

    private static void waitsUncalled(Path home, String... settings) {
        try (Node node = Node.start(home, settings)) {
            await().atMost(SOON).until(() -> untold(node) == 1);
            assertThat(node.client("officer").inTheLog("OpenDsrTold")).isZero();
        }
    }

    @Test
    void who_may_not_be_called_waits_and_is_given_up_at_the_time_that_was_set_from_the_start(
            @TempDir(factory = Homes.class) Path folder) {
        Path home = folder.resolve("home");
        String callbacks = "--patina.opendsr.callbacks=" + told;
        try (Node node = Node.start(home, ADDRESS, callbacks)) {
            send(node.client("officer"));
            await().atMost(SOON).until(() -> calls.get() > 0);
        }
        int before = calls.get();
        waitsUncalled(home);
        waitsUncalled(home, ADDRESS);
        assertThat(calls).as("the operator took the addresses away").hasValue(before);
        try (Node node = Node.start(home, ADDRESS, callbacks, "--patina.opendsr.give-up=1s")) {
            Client officer = node.client("officer");
            await().atMost(SOON).until(() -> officer.inTheLog("OpenDsrTold") == 1);
            assertThat(calls).as("called once more, and given up").hasValue(before + 1);
        }
    }
}
