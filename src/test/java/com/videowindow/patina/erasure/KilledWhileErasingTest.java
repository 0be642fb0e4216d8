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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
                MortalNodes nodes = MortalNodes.start(home, mongo, elasticsearch, beside)) {
            List<String> died = new ArrayList<>();
            for (String place : KillPoint.all()) {
                nodes.killAt(place);
                Client person = nodes.first().client("person at " + place);
                livesAndLeaves(person);
                await().atMost(DEAD).until(() -> !nodes.first().isAlive() || isQuiet(log));
                if (!nodes.first().isAlive()) {
                    died.add(place);
                }
            }
            nodes.killAt("");
            // Who asked at a node that died before it heard asks again, as a client does.
            KillPoint.all().forEach(place -> leaves(nodes.first().client("person at " + place)));
            await().atMost(LONG).until(() -> isQuiet(log));

            assertThat(died)
                    .hasSizeGreaterThanOrEqualTo(beside ? 15 : KillPoint.all().size());
            assertThat(events(log, "ErasureRequested"))
                    .isBetween(10L, (long) KillPoint.all().size());
            assertThat(events(log, "SubjectErased")).isEqualTo(events(log, "ErasureRequested"));
            for (String place : KillPoint.all()) {
                JsonNode profile =
                        nodes.first().client("person at " + place).profile().json();
                assertThat(profile.path("interests")).isEmpty();
            }
        }
    }

    /** Everybody who asked has a certificate, and nobody two. */
    private static boolean isQuiet(MongoClient log) {
        return events(log, "ErasureCertified") == events(log, "ErasureRequested");
    }

    /** As far as the node lives, which may die of what was left to do before. */
    private static void livesAndLeaves(Client person) {
        try {
            person.allows("personalization");
            person.publishes("joint-1", "dovetail");
            person.likes("joint-1", "m-1");
        } catch (ResourceAccessException died) {
            return;
        }
        leaves(person);
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
}
