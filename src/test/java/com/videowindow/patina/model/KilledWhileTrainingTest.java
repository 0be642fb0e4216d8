package com.videowindow.patina.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.erasure.KillPoint;
import com.videowindow.patina.erasure.MortalNodes;
import com.videowindow.patina.node.Homes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node kills itself before and after every step of a training, its measuring and its promotion. Each time the model that was
 * in force is again as soon as the node is back, and what was begun comes to its end; and every model that came of it follows
 * from the log.
 */
@Tag("long")
class KilledWhileTrainingTest {
    private static final Duration DEAD = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final List<String> PLACES = KillPoint.around(
            List.of("AskTraining", "BeginTraining", "put", "RecordTrained", "RecordEvaluated", "RecordShadowed"));

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("PATINA_MODELS_STEP", "200ms"),
            Map.entry("PATINA_MODELS_LEASE", "3s"),
            Map.entry("PATINA_MODELS_LEAST_PEOPLE", "10"),
            Map.entry("PATINA_MODELS_LEAST_LIKES", "20"),
            Map.entry("PATINA_MODELS_HELD_OUT", "0.5"),
            Map.entry("PATINA_MODELS_KEEP", "50"),
            // of twenty people a few make all the difference
            Map.entry("PATINA_MODELS_GUARDRAILS_ACCURACY", "1"),
            Map.entry("PATINA_MODELS_GUARDRAILS_DECLINE", "1"),
            Map.entry("PATINA_MODELS_GUARDRAILS_SEGMENTS", "1"),
            Map.entry("PATINA_MODELS_GUARDRAILS_COVERAGE", "0"),
            Map.entry("PATINA_MODELS_GUARDRAILS_OVERLAP", "0"),
            // of a machine that has other work too it says nothing
            Map.entry("PATINA_MODELS_GUARDRAILS_LATENCY", "1m"));

    @Test
    @Timeout(1800)
    void what_was_in_force_serves_and_what_was_begun_is_ended(@TempDir(factory = Homes.class) Path home)
            throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                MortalNodes nodes = MortalNodes.start(home, mongo, elasticsearch, false, SETTINGS)) {
            Town town = new Town(name -> nodes.first().client(name));
            town.publishes();
            town.live(Town.people(20), 0);
            town.trains();
            String inForce = town.serving();
            assertThat(inForce).as(town.models().toString()).isNotEmpty();
            List<String> died = new ArrayList<>();
            for (int i = 0; i < PLACES.size(); i++) {
                nodes.killAt(PLACES.get(i));
                // Others each time: who had liked all of their street would teach nothing new.
                town.live(Town.people(20).subList(i, i + 3), i + 1);
                town.asksForTraining();
                await().atMost(DEAD).until(() -> !nodes.first().isAlive());
                died.add(PLACES.get(i));

                nodes.killAt("");
                String serves = town.serving();
                assertThat(List.of(inForce, last(town.models())))
                        .as("after it died %s", PLACES.get(i))
                        .contains(serves);
                town.asksForTraining();
                await().atMost(LONG).until(() -> isOver(town.models()));
                String next = town.serving();
                assertThat(next)
                        .as("after it died %s: %s", PLACES.get(i), town.models())
                        .isNotEqualTo(inForce);
                inForce = next;
            }
            assertThat(died).isEqualTo(PLACES);
            for (JsonNode model : town.models().path("items")) {
                String id = model.path("id").asText();
                assertThat(town.decides("/" + id + "/rederivation")
                                .json()
                                .path("equal")
                                .asBoolean())
                        .as(id)
                        .isTrue();
            }
        }
    }

    private static String last(JsonNode models) {
        return models.path("last").path("model").asText("");
    }

    private static boolean isOver(JsonNode models) {
        return !models.has("training");
    }
}
