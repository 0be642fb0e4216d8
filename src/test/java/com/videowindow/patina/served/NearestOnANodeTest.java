package com.videowindow.patina.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.indices.DeleteIndexRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import com.videowindow.patina.projections.store.ReadSide;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** A catalogue of which not all is ranked: what an index of factors finds is kept with each list, which is made again without it. */
@Tag("long")
class NearestOnANodeTest {
    private static final int WORKS = 20_400;
    private static final int LIKED = 600;
    private static final int CRAFTS = 12;
    private static final int PEOPLE = 30;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Random chance = new Random(4);

    private static Node start(Path home) {
        return Node.start(
                home,
                "--patina.recommendations.nearest=elasticsearch",
                "--patina.recommendations.nearest-within=2s",
                "--patina.recommendations.deadline=10s",
                "--patina.models.step=200ms",
                "--patina.models.least-people=10",
                "--patina.models.held-out=0.5",
                "--patina.models.training.items=1000",
                "--patina.models.guardrails.decline=1",
                "--patina.models.guardrails.segments=1",
                "--patina.models.guardrails.accuracy=1",
                "--patina.models.guardrails.coverage=0",
                "--patina.models.guardrails.latency=10s",
                "--patina.models.guardrails.overlap=0");
    }

    private void publishes(Client editor) {
        for (int from = 0; from < WORKS; from += 400) {
            StringBuilder lines = new StringBuilder();
            IntStream.range(from, from + 400).forEach(i -> lines.append("""
                            {"id": "work-%d", "title": "work %d", "creator": "maker-%d", "category": "woodworking", \
                            "techniques": ["craft-%d"], "publishedAt": "2026-05-04T09:00:00Z"}
                            """.formatted(i, i, i % 500, i % CRAFTS)));
            assertThat(editor.server()
                            .post()
                            .uri("/api/v1/catalog/import")
                            .headers(all -> all.setBearerAuth(
                                    String.valueOf(editor.tokens().get(Role.PRODUCT))))
                            .contentType(MediaType.APPLICATION_NDJSON)
                            .body(lines.toString())
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        }
    }

    private void live(List<Client> people) {
        for (int who = 0; who < people.size(); who++) {
            Client person = people.get(who);
            person.allows("personalization");
            person.allows("training");
            for (int i = 0; i < 12; i++) {
                int work = who % CRAFTS + CRAFTS * chance.nextInt(LIKED / CRAFTS);
                assertThat(person.likes("work-" + work, "m-" + i).status()).isEqualTo(201);
            }
        }
    }

    private static String trains(Client engineer) {
        String id = engineer.send(HttpMethod.POST, "/api/v1/models/trainings", Role.ENGINEER, "")
                .json()
                .path("training")
                .path("id")
                .asText();
        await().atMost(LONG).until(() -> engineer.get("/api/v1/models", Role.ENGINEER)
                .json()
                .path("last")
                .path("id")
                .asText()
                .equals(id));
        JsonNode last = engineer.get("/api/v1/models", Role.ENGINEER).json().path("last");
        assertThat(last.path("broken")).as(last.toString()).isEmpty();
        return last.path("model").asText();
    }

    private static JsonNode list(Client person) {
        return person.get("/api/v1/user/recommendations?limit=20", Role.SUBJECT).json();
    }

    private static void isMadeAgain(Client officer, JsonNode list) {
        String path = "/api/v1/compliance/recommendations/" + list.path("id").asText() + "/audit";
        await().atMost(LONG).until(() -> officer.get(path, Role.COMPLIANCE).status() == 200);
        JsonNode audit = officer.get(path, Role.COMPLIANCE).json();
        assertThat(audit.path("verdict").asText())
                .as(audit.path("firstDifference").toString())
                .isEqualTo("matches");
        assertThat(audit.path("inForce")
                        .path("candidates")
                        .path("near")
                        .path("answer")
                        .asText())
                .isEqualTo(list.path("nearest").asText());
    }

    @Test
    @Timeout(1200)
    void a_list_is_made_again_although_the_index_is_gone(@TempDir(factory = Homes.class) Path home) {
        try (Node node = start(home)) {
            Client editor = node.client("editor", Duration.ofMinutes(1));
            List<Client> people = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> node.client("reader-" + i, Duration.ofMinutes(1)))
                    .toList();
            publishes(editor);
            live(people);
            await().atMost(LONG).until(editor::everythingIsProjected);
            String model = trains(editor);
            Client anna = people.getFirst();
            await().atMost(LONG).until(() -> list(anna).path("nearest").asText().equals("found"));

            JsonNode found = list(anna);
            assertThat(found.path("items")).hasSize(20);
            isMadeAgain(editor, found);
            ReadSide readSide = node.context().getBean(ReadSide.class);
            readSide.write(
                    client -> client.indices().delete(DeleteIndexRequest.of(gone -> gone.index("factors-" + model))));
            JsonNode without = list(anna);
            isMadeAgain(editor, found);
            assertThat(without.path("items")).hasSize(20);
            isMadeAgain(editor, without);
        }
    }
}
