package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;

/**
 * A node kills itself before and after every step of an erasure, a person for each; the next start, or the other node, has
 * to go on. At the end everybody is erased, with one certificate each.
 */
@Tag("long")
class KilledWhileErasingTest {
    private static final Duration DEAD = Duration.ofSeconds(90);
    private static final Duration LONG = Duration.ofMinutes(4);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(1800)
    void everybody_is_erased_once(boolean beside, @TempDir(factory = Homes.class) Path home) throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                MongoClient log = MongoClients.create(mongo.uri());
                Nodes nodes = new Nodes(home, mongo, elasticsearch, beside)) {
            List<String> people = new ArrayList<>();
            for (String place : KillPoint.all()) {
                nodes.killAt(place);
                String person = "person-" + people.size();
                people.add(person);
                lives(nodes.first.client(person));
                leaves(nodes.first.client(person));
                await().atMost(DEAD)
                        .ignoreExceptions()
                        .until(() -> !nodes.first.isAlive() || allCertified(log, people.size()));
            }
            nodes.killAt("");
            // Who asked at a node that died before it heard asks again, as a client does.
            people.forEach(person -> leaves(nodes.first.client(person)));
            await().atMost(LONG).untilAsserted(() -> assertThat(events(log, "ErasureCertified"))
                    .isEqualTo(people.size()));
            assertThat(events(log, "ErasureRequested")).isEqualTo(people.size());
            assertThat(events(log, "SubjectErased")).isEqualTo(people.size());
            assertThat(people).allSatisfy(person -> {
                JsonNode profile = nodes.first.client(person).profile().json();
                assertThat(profile.path("interests")).isEmpty();
            });
        }
    }

    private static boolean allCertified(MongoClient log, int people) {
        return events(log, "ErasureCertified") >= people;
    }

    private static void lives(Client person) {
        assertThat(person.allows("personalization").status()).isEqualTo(200);
        person.publishes("joint-1", "dovetail");
        person.likes("joint-1", "m-1");
    }

    /** A node that dies answers nobody; somebody who is nobody any more has nothing to erase. */
    private static void leaves(Client person) {
        try {
            person.send(HttpMethod.POST, "/api/v1/user/erasure", Role.SUBJECT, "{\"graceDays\": 0}");
        } catch (ResourceAccessException died) {
            assertThat(died).isNotNull();
        }
    }

    private static long events(MongoClient log, String type) {
        long count = 0;
        for (Document block : log.getDatabase("patina").getCollection("blocks").find()) {
            count += block.getList("events", Document.class).stream()
                    .filter(event -> type.equals(event.getString("type")))
                    .count();
        }
        return count;
    }

    /** One that dies, and perhaps another that looks more seldom, so that it finds what the first left. */
    private static final class Nodes implements AutoCloseable {
        private final NodeProcess first;
        private final List<NodeProcess> others = new ArrayList<>();

        Nodes(Path home, EmbeddedMongo mongo, EmbeddedElasticsearch elasticsearch, boolean beside) throws IOException {
            Map<String, String> stores = new HashMap<>(Map.of(
                    "PATINA_MONGODB_URI", mongo.uri(),
                    "PATINA_ELASTICSEARCH_URI", elasticsearch.uri().toString(),
                    "PATINA_LOG_CLAIM_TIMEOUT", "2s"));
            Files.createDirectories(home.resolve("keys"));
            if (beside) {
                Map<String, String> seldom = new HashMap<>(stores);
                seldom.put("PATINA_ERASURE_LOOK", "15s");
                others.add(NodeProcess.start(folder(home, "other"), seldom).healthy());
            }
            first = NodeProcess.start(folder(home, "first"), stores).healthy();
        }

        private static Path folder(Path home, String name) throws IOException {
            Path folder = Files.createDirectories(home.resolve(name));
            Files.createSymbolicLink(folder.resolve("keys"), home.resolve("keys"));
            return folder;
        }

        void killAt(String place) {
            if (first.isAlive()) {
                first.kill();
            }
            first.startAgain(Map.of("PATINA_KILL_AT", place));
            // It may die of what was left before it is healthy; then the next place is another's turn.
            await().atMost(DEAD).ignoreExceptions().until(() -> !first.isAlive() || first.healthy() != null);
            if (!first.isAlive()) {
                first.startAgain(Map.of("PATINA_KILL_AT", ""));
                first.healthy();
            }
        }

        @Override
        public void close() {
            first.close();
            others.forEach(NodeProcess::close);
        }
    }
}
