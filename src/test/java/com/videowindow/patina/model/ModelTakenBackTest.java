package com.videowindow.patina.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that does worse than the one before on what people like from then on is taken back by itself. */
class ModelTakenBackTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private static Node start(Path home, EmbeddedElasticsearch elasticsearch, int items) {
        return Node.start(
                home.resolve("node"),
                "--patina.elasticsearch.uri=" + elasticsearch.uri(),
                "--patina.models.step=200ms",
                "--patina.models.lease=3s",
                "--patina.models.least-people=10",
                "--patina.models.least-likes=20",
                "--patina.models.watch-every=1s",
                "--patina.models.watch-people=10",
                "--patina.models.training.items=" + items,
                // somebody has switched off what would keep it from being promoted
                "--patina.models.guardrails.accuracy=1",
                "--patina.models.guardrails.decline=1",
                "--patina.models.guardrails.segments=1",
                "--patina.models.guardrails.coverage=0",
                "--patina.models.guardrails.overlap=0");
    }

    @Test
    void by_what_people_liked_since(@TempDir(factory = Homes.class) Path home) throws Exception {
        List<String> people = Town.people(30);
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"))) {
            String good;
            try (Node node = start(home, elasticsearch, 1000)) {
                Town town = new Town(node::client);
                town.publishes();
                town.live(people, 1);
                good = town.trains().path("model").asText();
                assertThat(town.serving()).isEqualTo(good);
                isToldOnTheCommandLine(node.home(), good);
            }
            try (Node node = start(home, elasticsearch, 6)) {
                Town town = new Town(node::client);
                String poor = town.trains().path("model").asText();
                assertThat(town.serving()).as("it knows next to nothing").isEqualTo(poor);
                town.live(people, 2);

                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(town.serving()).isEqualTo(good));
                assertThat(town.model(poor).path("state").asText()).isEqualTo("rolled_back");
            }
        }
    }

    private static void isToldOnTheCommandLine(Path home, String model) throws Exception {
        String beginning = model.substring(0, 12);
        assertThat(Told.by(home, "models", "list").said()).contains(beginning, "in_force", "30 people");
        assertThat(Told.by(home, "models", "lineage", beginning).said()).contains(model, "30 people", "easePenalty");
        assertThat(Told.by(home, "models", "evaluate").said()).contains("ndcg@10=", "recall@10=");
        assertThat(Told.by(home, "models", "rederive", beginning))
                .isEqualTo(
                        new Told(0, "stored   %1$s%nderived  %1$s%nequal: it follows from the log%n".formatted(model)));
        assertThat(Told.by(home, "models", "train"))
                .as("nothing is new, so the bytes are the same")
                .isEqualTo(new Told(0, "In force: %s%n".formatted(model)));
        assertThat(Told.by(home, "models", "promote", "no-such-model").status()).isEqualTo(1);
    }
}
