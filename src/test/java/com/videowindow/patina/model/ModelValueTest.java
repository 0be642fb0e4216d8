package com.videowindow.patina.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * What models would have been worth, by lists that a node served and what came of them: of the one that served it is what
 * came, and of whoever does not allow figures nothing is counted.
 */
class ModelValueTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final int PLACES = 8;

    private final Random taste = new Random(3);
    private int likes;

    private static Node start(Path home) {
        return Node.start(
                home,
                "--patina.models.step=200ms",
                "--patina.models.least-people=10",
                "--patina.models.held-out=0.5",
                "--patina.models.guardrails.decline=1",
                "--patina.models.guardrails.segments=1",
                "--patina.models.guardrails.accuracy=1",
                "--patina.models.guardrails.coverage=0",
                "--patina.models.guardrails.overlap=0");
    }

    /** They read, and teach nobody: so what the crowd knows stays as it is. */
    private static List<Client> readers(Node node, String name, int many, boolean figures) {
        return IntStream.range(0, many)
                .mapToObj(i -> node.client(name + "-" + i))
                .peek(person -> {
                    person.allows("personalization");
                    if (figures) {
                        person.allows("analytics");
                    }
                    for (int i = 0; i < 3; i++) {
                        assertThat(person.likes("video-" + i + "-" + i, "m-" + i)
                                        .status())
                                .isEqualTo(201);
                    }
                })
                .toList();
    }

    /** What stands higher is liked more often. */
    private void reads(Client person) {
        JsonNode list = person.get("/api/v1/user/recommendations?limit=" + PLACES, Role.SUBJECT)
                .json();
        assertThat(list.has("fallback")).as(list.toString()).isFalse();
        for (JsonNode item : list.path("items")) {
            if (taste.nextDouble() < 1.0 / (1 + item.path("rank").asInt())) {
                likes++;
                assertThat(person.send(HttpMethod.POST, "/api/v1/events", Role.SUBJECT, """
                                {"messageId": "r-%d", "contentId": "%s", "kind": "like", "at": "%s",
                                 "context": {"recommendationId": "%s", "rank": %d}}""".formatted(
                                                likes,
                                                item.path("contentId").asText(),
                                                Instant.now(),
                                                list.path("id").asText(),
                                                item.path("rank").asInt()))
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    private static JsonNode value(Node node, String model) {
        return node.client("engineer")
                .get(Town.MODELS + "/" + model + "/value?window=" + WINDOW, Role.ENGINEER)
                .json();
    }

    @Test
    void is_what_came_of_it_for_the_one_that_served(@TempDir(factory = Homes.class) Path home) {
        try (Node node = start(home)) {
            Town town = new Town(node::client);
            town.publishes();
            town.live(Town.people(24), 1);
            String first = town.trains().path("model").asText();
            town.live(Town.people(24), 2);
            String second = town.trains().path("model").asText();
            assertThat(town.serving()).isEqualTo(second).isNotEqualTo(first);

            List<Client> readers = readers(node, "reader", 20, true);
            List<Client> others = readers(node, "other", 5, false);
            // what the crowd teaches is learned anew every half minute, and is asked about as it is now
            await().pollDelay(Duration.ofSeconds(35))
                    .atMost(LONG)
                    .until(node.client("engineer")::everythingIsProjected);
            readers.forEach(this::reads);
            int counted = likes;
            others.forEach(this::reads);
            await().atMost(LONG).untilAsserted(() -> assertThat(
                            value(node, second).path("lists").asInt())
                    .isEqualTo(readers.size()));

            JsonNode told = value(node, second);
            assertThat(told.path("people").asInt()).isEqualTo(readers.size());
            int places = told.path("places").asInt();
            assertThat(places).isEqualTo(readers.size() * PLACES);
            assertThat(told.path("served").asDouble()).isCloseTo((double) counted / places, within(1e-9));
            assertThat(told.path("effective").asDouble()).isCloseTo(places, within(places / 100.0));
            for (String estimator : List.of("ips", "snips", "doublyRobust")) {
                assertThat(told.path(estimator).path("value").asDouble())
                        .as(estimator)
                        .isCloseTo(told.path("served").asDouble(), within(0.01));
            }
            assertThat(told.path("verdict").asText()).isEqualTo("no_difference");

            JsonNode other = value(node, first);
            assertThat(other.path("effective").asDouble())
                    .as("less is known of lists that were not served")
                    .isLessThan(told.path("effective").asDouble());
        }
    }
}
