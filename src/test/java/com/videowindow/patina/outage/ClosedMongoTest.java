package com.videowindow.patina.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MongoDB ends in the very process of the node, with whatever it was doing, and does not come back. */
@Tag("long")
class ClosedMongoTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(4);
    private static final int AT_ONCE = 20;

    private static EmbeddedElasticsearch elasticsearch;
    private static Node node;
    private static Client anna;

    @BeforeAll
    static void start(@TempDir(factory = Homes.class) Path home) {
        elasticsearch =
                EmbeddedElasticsearch.startInBackground(home.resolve("elasticsearch"), "-XX:TieredStopAtLevel=1");
        EmbeddedMongo mongo = EmbeddedMongo.start(home.resolve("mongo"));
        node = Node.start(
                home,
                "--patina.mongodb.uri=" + mongo.uri(),
                "--patina.elasticsearch.uri=" + elasticsearch.uri(),
                "--patina.trails.drain=100ms");
        anna = node.client("anna");
        anna.allows("personalization");
        for (int i = 0; i < 12; i++) {
            anna.publishes("video-" + i, i % 2 == 0 ? "dovetail" : "glazing");
        }
        anna.likes("video-0", "before");
        await().atMost(LONG).until(() -> anna.recommendations().personal());
        mongo.close();
        await().atMost(LONG).until(() -> anna.recommendations().degraded());
    }

    @AfterAll
    static void stop() {
        node.close();
        elasticsearch.close();
    }

    @Test
    void whoever_is_known_goes_on_reading_and_is_a_stranger_once_nobody_knows_what_they_allow() {
        await().atMost(LONG).until(() -> !anna.recommendations().personal());
        assertThat(together(anna::recommendations)).allSatisfy(list -> {
            assertThat(list.took()).isLessThan(A_FEW_SECONDS);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.json().path("items")).isNotEmpty();
            assertThat(list.degraded()).isTrue();
        });
        assertThat(together(anna::profile)).allSatisfy(profile -> {
            assertThat(profile.took()).isLessThan(A_FEW_SECONDS);
            assertThat(profile.status()).isEqualTo(200);
        });
    }

    @Test
    void whoever_is_not_known_does_not_wait_for_those_before_them() {
        assertThat(together(node.client("a-stranger")::recommendations)).allSatisfy(list -> {
            assertThat(list.took()).isLessThan(A_FEW_SECONDS);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.degraded()).isTrue();
            assertThat(list.json().path("items")).isNotEmpty();
        });
    }

    @Test
    void writes_are_refused_at_once() {
        for (int i = 0; i < 3; i++) {
            Client.Answer refused = anna.likes("video-4", "while-mongodb-is-away");
            assertThat(refused.took()).isLessThan(Duration.ofSeconds(2));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.retryAfter()).isNotEmpty();
        }
    }

    private static List<Client.Answer> together(Supplier<Client.Answer> request) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Client.Answer>> sent = Stream.generate(
                            () -> CompletableFuture.supplyAsync(request, callers))
                    .limit(AT_ONCE)
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        }
    }
}
