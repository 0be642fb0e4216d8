package com.videowindow.patina.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.NodeProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** Somebody with a hundred thousand events is copied by a node of 512 MB, in seconds. */
@Tag("long")
class CopyOfALongHistoryTest {
    private static final int EVENTS = 100_000;
    private static final int BATCH = 500;

    @Test
    @Timeout(1200)
    void a_hundred_thousand_events_are_not_held_in_memory(@TempDir(factory = Homes.class) Path home) {
        try (NodeProcess node = NodeProcess.start(home, Map.of()).healthy()) {
            Client anna = node.client("anna");
            anna.publishes("joint-1", "dovetail");
            anna.allows("personalization");
            for (int from = 0; from < EVENTS; from += BATCH) {
                assertThat(anna.send(HttpMethod.POST, "/api/v1/events/batch", Role.SUBJECT, batch(from))
                                .status())
                        .isLessThan(300);
            }
            await().atMost(Duration.ofMinutes(5)).until(anna::everythingIsProjected);

            Instant asked = Instant.now();
            String id = anna.send(HttpMethod.POST, "/api/v1/user/exports", Role.SUBJECT, "{}")
                    .json()
                    .path("id")
                    .asText();
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> !export(anna, id).path("state").asText().equals("preparing"));
            JsonNode made = export(anna, id);
            assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("ready");
            assertThat(made.at("/archive/events").asLong()).isGreaterThan(EVENTS);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMinutes(3));
        }
    }

    private static JsonNode export(Client person, String id) {
        return person.get("/api/v1/user/exports/" + id, Role.SUBJECT).json();
    }

    private static String batch(int from) {
        StringBuilder events = new StringBuilder();
        for (int i = from; i < from + BATCH; i++) {
            events.append(events.isEmpty() ? "" : ",")
                    .append("""
                    {"messageId":"m-%d","contentId":"joint-1","kind":"view","at":"%s"}""".formatted(i, Instant.now().minusSeconds(60)));
        }
        return "{\"events\":[" + events + "]}";
    }
}
