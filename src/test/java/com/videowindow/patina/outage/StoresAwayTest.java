package com.videowindow.patina.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.Patina;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** What a person notices of a store that is away: less, but never an error where an answer is possible. */
class StoresAwayTest {
    /** Elasticsearch takes its time to start again beside other work. */
    private static final Duration LONG = Duration.ofSeconds(100);

    private static EmbeddedMongo mongo;
    private static EmbeddedElasticsearch elasticsearch;
    private static Wire wire;
    private static ConfigurableApplicationContext node;
    private static Client anna;

    @BeforeAll
    static void start() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home")
                .toAbsolutePath();
        mongo = EmbeddedMongo.start(home.resolve("mongo"));
        elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
        wire = new Wire(URI.create(mongo.uri()).getPort());
        node = Patina.serve(
                "--server.port=0",
                "--patina.home=" + home,
                "--patina.mongodb.uri=mongodb://127.0.0.1:" + wire.port(),
                "--patina.elasticsearch.uri=" + elasticsearch.uri());
        int port = ((WebServerApplicationContext) node).getWebServer().getPort();
        anna = Client.of(URI.create("http://127.0.0.1:" + port), home);
        assertThat(anna.tokens()).containsKey(Role.SUBJECT);
        anna.allows("personalization");
        for (int i = 0; i < 12; i++) {
            anna.publishes("video-" + i, i % 2 == 0 ? "dovetail" : "glazing");
        }
        anna.likes("video-0", "before");
        await().atMost(LONG).until(() -> personal(anna.recommendations()));
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
            await().atMost(LONG)
                    .until(() -> anna.recommendations().json().path("degraded").asBoolean());
            assertThat(anna.likes("video-2", "while-elasticsearch-is-away").status())
                    .isEqualTo(201);
            assertThat(anna.recommendations().json().path("items")).isNotEmpty();
            assertThat(anna.profile().status()).isEqualTo(200);
        } finally {
            elasticsearch.resume();
        }
        await().atMost(LONG)
                .until(() -> !anna.recommendations().json().path("degraded").asBoolean());
        await().atMost(LONG).until(() -> knows("video-2"));
    }

    @Test
    void without_mongodb_writes_are_refused_at_once_and_reading_goes_on() {
        long before = anna.interactionsInTheLog();
        wire.cut();
        try {
            for (int i = 0; i < 3; i++) {
                long sent = System.nanoTime();
                Client.Answer refused = anna.likes("video-4", "while-mongodb-is-away");
                assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(2));
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.retryAfter()).isNotEmpty();
                Client.Answer list = anna.recommendations();
                assertThat(list.status()).isEqualTo(200);
                assertThat(list.json().path("items")).isNotEmpty();
                assertThat(anna.profile().status()).isEqualTo(200);
            }
            assertThat(anna.recommendations().json().path("degraded").asBoolean())
                    .isTrue();
        } finally {
            wire.mend();
        }
        await().atMost(LONG)
                .until(() -> anna.likes("video-4", "while-mongodb-is-away").status() < 300);
        assertThat(anna.interactionsInTheLog()).isEqualTo(before + 1);
        await().atMost(LONG).until(() -> knows("video-4"));
    }

    private static boolean personal(Client.Answer answer) {
        return answer.status() == 200 && !answer.json().has("fallback");
    }

    private static boolean knows(String content) {
        return anna.profile()
                .json()
                .path("interactions")
                .findValuesAsText("contentId")
                .contains(content);
    }
}
