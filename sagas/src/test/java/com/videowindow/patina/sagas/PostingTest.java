package com.videowindow.patina.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostingTest {

    private static boolean isTold(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answer(server, answer));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/told");
            boolean told = new Posting(Duration.ofMillis(700)).tell(address, Map.of("X-Key", "1"), "{}");
            served.join();
            return told;
        }
    }

    /** Holds the line until whoever called hangs up. */
    private static void answer(ServerSocket server, String answer) {
        try (Socket caller = server.accept()) {
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            assertThat(e).as("the caller went").isNotNull();
        }
    }

    @Test
    @Timeout(30)
    void whoever_never_ends_the_answer_was_not_told_and_holds_nobody_up() throws Exception {
        assertThat(isTold("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok")).isFalse();
        assertThat(isTold("HTTP/1.1 200 OK\r\n")).isFalse();
    }

    @Test
    @Timeout(30)
    void only_a_status_of_success_says_that_they_took_it() throws Exception {
        assertThat(isTold("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))
                .isTrue();
        assertThat(isTold("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .isFalse();
    }
}
