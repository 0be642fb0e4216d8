package com.videowindow.patina.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import com.videowindow.patina.query.recommendation.Crowd;
import com.videowindow.patina.query.recommendation.Models;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A model from its training to its end, on a whole node. */
class ModelLifeTest {
    private static final Duration CROWD_LEARNS_EVERY = Duration.ofSeconds(31);
    private static final Duration LONG = Duration.ofMinutes(2);

    private static Node start(Path home, EmbeddedElasticsearch elasticsearch) {
        return Node.start(
                home,
                "--patina.elasticsearch.uri=" + elasticsearch.uri(),
                "--patina.models.step=200ms",
                "--patina.models.least-people=10",
                "--patina.models.held-out=0.5",
                "--patina.models.relearn-after=1s",
                // of thirty people a few make all the difference
                "--patina.models.guardrails.decline=1",
                "--patina.models.guardrails.segments=1",
                "--patina.models.guardrails.accuracy=1",
                "--patina.models.guardrails.coverage=0",
                "--patina.models.guardrails.overlap=0");
    }

    /** What is new fades while one looks. */
    private static final String LIST = "/api/v1/user/recommendations?algorithm=collaborative";

    private static final String SAME = "the same";

    @Test
    void is_trained_promoted_rolled_back_and_retired_for_whoever_left(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        List<String> people = new ArrayList<>(Town.people(24));
        String after;
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"))) {
            try (Node node = start(home.resolve("node"), elasticsearch)) {
                Town town = new Town(node::client);
                town.publishes();
                assertThat(town.trains().path("failed").asText())
                        .as("of nobody nothing is trained, and that is told")
                        .isEqualTo("too_little");
                assertThat(town.models().path("items")).isEmpty();

                town.live(people, 1);
                String first = isTrained(town);
                assertThat(town.serving()).isEqualTo(first);
                Models models = node.context().getBean(Models.class);
                double[] scores = scores(models);

                assertThat(town.decides("/" + first + "/rederivation")
                                .json()
                                .path("equal")
                                .asBoolean())
                        .as("it follows from the log")
                        .isTrue();

                town.live(people, 2);
                String second = isTrained(town);
                assertThat(second).isNotEqualTo(first);
                assertThat(town.serving()).isEqualTo(second);

                assertThat(town.decides("/" + first + "/rollback").status())
                        .as("it is not in force")
                        .isEqualTo(409);
                assertThat(town.decides("/" + second + "/rollback").status()).isEqualTo(200);
                assertThat(town.serving()).isEqualTo(first);
                assertThat(scores(models)).isEqualTo(scores);
                assertThat(town.model(second).path("state").asText()).isEqualTo("rolled_back");
                crowdIsSilent(node);
                Map<String, String> byFirst = new TreeMap<>();
                people.forEach(name -> byFirst.put(name, tag(node.client(name), "none")));
                assertThat(named(node.client(people.getFirst()))).isEqualTo(first);
                assertThat(town.decides("/" + second + "/promotion").status()).isEqualTo(200);
                assertThat(town.serving()).isEqualTo(second);
                byFirst.forEach((name, tag) -> assertThat(tag(node.client(name), tag))
                        .as("another list")
                        .isNotEqualTo(SAME));
                assertThat(town.decides("/" + second + "/rollback").status()).isEqualTo(200);
                assertThat(town.serving()).isEqualTo(first);
                byFirst.forEach((name, tag) -> assertThat(tag(node.client(name), tag))
                        .as("the list that was, down to each part of a score")
                        .isEqualTo(SAME));
                assertThat(town.leaves(people.removeFirst())).contains("trained models", first, second, "goneBy");
                await().atMost(LONG)
                        .until(() -> state(town, first).equals("retired")
                                && state(town, second).equals("retired"));
                after = town.serving();
                assertThat(after).isNotIn(first, second, "");
                assertThat(town.model(after).path("lineage").path("erased").asInt())
                        .isEqualTo(1);
                assertThat(town.decides("/" + first + "/promotion").status()).isEqualTo(409);
                assertThat(models.find(new ModelVersion(second))).isEmpty();
                ModelStore store = node.context().getBean(ModelStore.class);
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(store.all()).containsExactly(new ModelVersion(after)));
                JsonNode again = town.decides("/" + first + "/rederivation").json();
                assertThat(again.path("equal").asBoolean()).isFalse();
                assertThat(again.path("leftSince").asText()).isNotEmpty();
            }
        }
        assertThat(ofATownWhereTheyNeverWere(home, people))
                .as("bytes of a log in which whoever left never was")
                .isEqualTo(after);
    }

    private static String ofATownWhereTheyNeverWere(Path home, List<String> people) throws Exception {
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch-2"));
                Node node = start(home.resolve("another"), elasticsearch)) {
            Town town = new Town(node::client);
            town.publishes();
            town.live(people, 1);
            town.live(people, 2);
            return isTrained(town);
        }
    }

    private static String isTrained(Town town) {
        JsonNode ended = town.trains();
        assertThat(ended.path("broken")).as(ended.toString()).isEmpty();
        String id = ended.path("model").asText();
        JsonNode model = town.model(id);
        assertThat(model.path("state").asText()).isEqualTo("in_force");
        assertThat(model.path("measured").path("people").asInt()).isPositive();
        assertThat(model.path("shadow").path("lists").asInt()).isPositive();
        return id;
    }

    private static String state(Town town, String id) {
        return town.model(id).path("state").asText();
    }

    private static double[] scores(Models models) {
        return models.current().orElseThrow().model().scores(Likes.of(0, 3, 9));
    }

    /** Neither counts nor learns any more: what it has not heard is too little to be learned from. */
    private static void crowdIsSilent(Node node) {
        Crowd crowd = node.context().getBean(Crowd.class);
        AtomicReference<Crowd.Learned> known = new AtomicReference<>(crowd.learned());
        await().atMost(LONG).during(CROWD_LEARNS_EVERY).until(() -> {
            Crowd.Learned now = crowd.learned();
            return now.equals(known.getAndSet(now));
        });
    }

    /** Of their list now, or that it is still the one under the tag that is known; both by the id that seeds it. */
    private static String tag(Client person, String known) {
        ResponseEntity<String> list = person.server()
                .get()
                .uri(LIST)
                .headers(all -> all.setBearerAuth(String.valueOf(person.tokens().get(Role.SUBJECT))))
                .header("If-None-Match", known)
                .retrieve()
                .toEntity(String.class);
        return list.getStatusCode().isSameCodeAs(HttpStatus.NOT_MODIFIED)
                ? SAME
                : String.valueOf(list.getHeaders().getETag());
    }

    private static String named(Client person) {
        return person.get(LIST, Role.SUBJECT).json().path("model").asText();
    }
}
