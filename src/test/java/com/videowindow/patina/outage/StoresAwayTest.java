package com.videowindow.patina.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person notices of a store that is away: less, but never an error where an answer is possible. */
class StoresAwayTest {
    /** Elasticsearch takes its time to start again beside other work. */
    private static final Duration LONG = Duration.ofSeconds(100);

    private static EmbeddedMongo mongo;
    private static EmbeddedElasticsearch elasticsearch;
    private static Wire wire;
    private static Node node;
    private static Client anna;

    @BeforeAll
    static void start(@TempDir(factory = Homes.class) Path home) {
        mongo = EmbeddedMongo.start(home.resolve("mongo"));
        elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
        wire = new Wire(URI.create(mongo.uri()).getPort());
        node = Node.start(
                home,
                "--patina.mongodb.uri=mongodb://127.0.0.1:" + wire.port(),
                "--patina.elasticsearch.uri=" + elasticsearch.uri());
        anna = node.client("anna");
        anna.allows("personalization");
        for (int i = 0; i < 12; i++) {
            anna.publishes("video-" + i, i % 2 == 0 ? "dovetail" : "glazing");
        }
        anna.likes("video-0", "before");
        await().atMost(LONG).until(() -> anna.recommendations().personal());
    }

    @AfterAll
    static void stop() {
        node.close();
        wire.close();
        elasticsearch.close();
        mongo.close();
    }

    @Test
    void without_elasticsearch_writes_go_on_and_answers_come_from_memory() {
        elasticsearch.suspend();
        try {
            await().atMost(LONG).until(() -> anna.recommendations().degraded());
            assertThat(anna.likes("video-2", "while-elasticsearch-is-away").status())
                    .isEqualTo(201);
            assertThat(anna.recommendations().json().path("items")).isNotEmpty();
            assertThat(anna.profile().status()).isEqualTo(200);
        } finally {
            elasticsearch.resume();
        }
        await().atMost(LONG).until(() -> !anna.recommendations().degraded());
        await().atMost(LONG).until(() -> knows("video-2"));
    }

    @Test
    void without_mongodb_writes_are_refused_at_once_and_reading_goes_on() {
        long before = anna.inTheLog("InteractionRecorded");
        wire.cut();
        try {
            for (int i = 0; i < 3; i++) {
                Client.Answer refused = anna.likes("video-4", "while-mongodb-is-away");
                assertThat(refused.took()).isLessThan(Duration.ofSeconds(2));
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.retryAfter()).isNotEmpty();
                Client.Answer list = anna.recommendations();
                assertThat(list.status()).isEqualTo(200);
                assertThat(list.json().path("items")).isNotEmpty();
                assertThat(anna.profile().status()).isEqualTo(200);
            }
            assertThat(anna.recommendations().degraded()).isTrue();
            assertThat(anna.get("/api/v1/compliance/erasures", Role.COMPLIANCE).status())
                    .as("what cannot be written down is not shown")
                    .isEqualTo(503);
        } finally {
            wire.mend();
        }
        await().atMost(LONG)
                .until(() -> anna.likes("video-4", "while-mongodb-is-away").status() < 300);
        assertThat(anna.inTheLog("InteractionRecorded")).isEqualTo(before + 1);
        await().atMost(LONG).until(() -> knows("video-4"));
    }

    private static boolean knows(String content) {
        return anna.profile()
                .json()
                .path("interactions")
                .findValuesAsText("contentId")
                .contains(content);
    }
}
