package com.videowindow.patina.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.erasure.KillPoint;
import com.videowindow.patina.erasure.MortalNodes;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;

/**
 * A node kills itself before and after every step of an export, a person for each; the next start, or the other node, goes on.
 * At the end everybody has a whole archive, and nothing is left of those that were begun.
 */
@Tag("long")
class KilledWhileExportingTest {
    private static final String EXPORTS = "/api/v1/user/exports";
    private static final Duration DEAD = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(3);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(1200)
    void everybody_has_a_whole_archive(boolean beside, @TempDir(factory = Homes.class) Path home) throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                MongoClient stores = MongoClients.create(mongo.uri());
                MortalNodes nodes = MortalNodes.start(home, mongo, elasticsearch, beside)) {
            List<String> died = new ArrayList<>();
            for (String place : KillPoint.ofExports()) {
                nodes.killAt(place);
                Client person = nodes.first().client("person at " + place);
                livesAndAsks(person);
                await().atMost(DEAD).until(() -> !nodes.first().isAlive() || isReady(person));
                if (!nodes.first().isAlive()) {
                    died.add(place);
                }
            }
            nodes.killAt("");
            for (String place : KillPoint.ofExports()) {
                Client person = nodes.first().client("person at " + place);
                await().atMost(LONG).until(() -> isReadyOrAsksAgain(person));
                assertThat(sha256(archive(person)))
                        .isEqualTo(ready(person).at("/archive/sha256").asText());
            }

            assertThat(died).hasSizeGreaterThanOrEqualTo(beside ? 8 : 13);
            await().atMost(LONG).untilAsserted(() -> assertThat(count(stores, "archive-pieces"))
                    .isEqualTo(noted(stores)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(passwords(stores)).isEmpty());
        }
    }

    /** As far as the node lives. */
    private static void livesAndAsks(Client person) {
        try {
            person.publishes("joint-1", "dovetail");
            person.allows("personalization");
            person.likes("joint-1", "m-1");
            person.recommendations();
            person.send(HttpMethod.POST, EXPORTS, Role.SUBJECT, "{}");
        } catch (ResourceAccessException died) {
            assertThat(died).isNotNull();
        }
    }

    private static boolean isReady(Client person) {
        try {
            return !ready(person).isMissingNode();
        } catch (ResourceAccessException died) {
            return false;
        }
    }

    private static JsonNode exports(Client person) {
        return person.get(EXPORTS, Role.SUBJECT).json().path("items");
    }

    private static JsonNode ready(Client person) {
        for (JsonNode one : exports(person)) {
            if (one.path("state").asText().equals("ready")) {
                return one;
            }
        }
        return exports(person).path(-1);
    }

    /** Who was not answered, or whose request was lost with its password, asks again, as a client does. */
    private static boolean isReadyOrAsksAgain(Client person) {
        boolean ready = isReady(person);
        if (!ready && !exports(person).toString().contains("preparing")) {
            livesAndAsks(person);
        }
        return ready;
    }

    private static byte[] archive(Client person) {
        return Objects.requireNonNull(person.server()
                .get()
                .uri(EXPORTS + "/" + ready(person).path("id").asText() + "/archive")
                .headers(all -> all.setBearerAuth(String.valueOf(person.tokens().get(Role.SUBJECT))))
                .retrieve()
                .body(byte[].class));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static long count(MongoClient stores, String collection) {
        return stores.getDatabase("patina").getCollection(collection).countDocuments();
    }

    /** Pieces that archives know of. */
    private static long noted(MongoClient stores) {
        long pieces = 0;
        for (Document archive :
                stores.getDatabase("patina").getCollection("archives").find()) {
            pieces += archive.getInteger("pieces");
        }
        return pieces;
    }

    private static List<String> passwords(MongoClient stores) {
        List<String> found = new ArrayList<>();
        for (Document secret :
                stores.getDatabase("patina-keys").getCollection("secrets").find()) {
            if (secret.getString("_id").endsWith("/password")) {
                found.add(secret.getString("_id"));
            }
        }
        return found;
    }
}
