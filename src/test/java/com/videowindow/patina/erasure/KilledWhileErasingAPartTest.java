package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
 * A node kills itself before and after every step of the erasure of a part, a person for each; the next start, or the other
 * node, has to go on. At the end of everybody the one item is gone and the other is there, with one certificate each.
 */
@Tag("long")
class KilledWhileErasingAPartTest {
    private static final Duration DEAD = Duration.ofSeconds(90);
    private static final Duration LONG = Duration.ofMinutes(4);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(1800)
    void the_part_of_everybody_is_erased_once(boolean beside, @TempDir(factory = Homes.class) Path home)
            throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
                EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                MongoClient log = MongoClients.create(mongo.uri());
                MortalNodes nodes = MortalNodes.start(home, mongo, elasticsearch, beside)) {
            List<String> died = new ArrayList<>();
            for (String place : KillPoint.ofParts()) {
                nodes.killAt(place);
                livesAndAsks(nodes.first().client("person at " + place));
                await().atMost(DEAD).until(() -> !nodes.first().isAlive() || isQuiet(log));
                if (!nodes.first().isAlive()) {
                    died.add(place);
                }
            }
            nodes.killAt("");
            // Who asked at a node that died before it heard, or told anybody, asks again, as a client does.
            KillPoint.ofParts().forEach(place -> livesAndAsks(nodes.first().client("person at " + place)));
            await().atMost(LONG).until(() -> isQuiet(log));

            assertThat(died)
                    .hasSizeGreaterThanOrEqualTo(
                            beside ? 15 : KillPoint.ofParts().size());
            assertThat(events(log, "PartErasureRequested"))
                    .isEqualTo(KillPoint.ofParts().size());
            assertThat(events(log, "PartForgotten")).isEqualTo(events(log, "PartErasureRequested"));
            for (String place : KillPoint.ofParts()) {
                Client person = nodes.first().client("person at " + place);
                await().atMost(DEAD)
                        .untilAsserted(() -> assertThat(person.profile().json().toString())
                                .contains("turning")
                                .doesNotContain("dovetail"));
            }
        }
    }

    /** Everybody who asked has a certificate, and nobody two. */
    private static boolean isQuiet(MongoClient log) {
        return events(log, "PartErasureCertified") == events(log, "PartErasureRequested");
    }

    /** As far as the node lives, which may die of what was left to do before. */
    private static void livesAndAsks(Client person) {
        try {
            person.allows("personalization");
            person.publishes("joint-1", "dovetail");
            person.publishes("bowl-1", "turning");
            person.likes("joint-1", "m-1");
            person.likes("bowl-1", "m-2");
            person.send(
                    HttpMethod.POST,
                    "/api/v1/user/erasures/parts",
                    Role.SUBJECT,
                    "{\"contentId\": \"joint-1\", \"messageId\": \"remove-1\"}");
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
