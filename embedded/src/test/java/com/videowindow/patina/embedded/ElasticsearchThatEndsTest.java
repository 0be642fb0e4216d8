package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchThatEndsTest {
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir(factory = ReachableFolders.class)
    static Path folder;

    private static EmbeddedElasticsearch elasticsearch;

    @BeforeAll
    static void start() {
        elasticsearch = EmbeddedElasticsearch.startInBackground(folder, "-XX:TieredStopAtLevel=1");
        elasticsearch.awaitHealthy();
    }

    @AfterAll
    static void stop() {
        elasticsearch.close();
    }

    @Test
    void stopped_and_started_it_has_its_documents_at_the_same_address() throws IOException {
        index("stopped", "dovetail");
        elasticsearch.suspend();
        assertThat(elasticsearch.healthy()).isFalse();
        elasticsearch.resume();
        elasticsearch.awaitHealthy();

        assertThat(title("stopped")).isEqualTo("dovetail");
    }

    @Test
    void killed_it_comes_back_by_itself_with_its_documents() throws IOException {
        index("killed", "mortise");
        Process first = Objects.requireNonNull(elasticsearch.process());
        first.destroyForcibly();
        await().atMost(A_WHILE).until(() -> elasticsearch.process() != first);
        elasticsearch.awaitHealthy();

        assertThat(title("killed")).isEqualTo("mortise");
    }

    @Test
    void it_does_not_run_as_root() {
        Process process = Objects.requireNonNull(elasticsearch.process());
        assertThat(process.info().user()).isPresent().get().isNotEqualTo("root");
    }

    private static void index(String index, String title) throws IOException {
        try (ElasticsearchClient client = client()) {
            client.index(request ->
                    request.index(index).id("1").refresh(Refresh.True).document(Map.of("title", title)));
        }
    }

    private static Object title(String index) throws IOException {
        try (ElasticsearchClient client = client()) {
            return Objects.requireNonNull(
                            client.get(request -> request.index(index).id("1"), Map.class)
                                    .source())
                    .get("title");
        }
    }

    private static ElasticsearchClient client() {
        return new ElasticsearchClient(new RestClientTransport(
                RestClient.builder(HttpHost.create(elasticsearch.uri().toString()))
                        .build(),
                new JacksonJsonpMapper()));
    }
}
