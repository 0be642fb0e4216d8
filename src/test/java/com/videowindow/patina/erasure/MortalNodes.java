package com.videowindow.patina.erasure;

import static org.awaitility.Awaitility.await;

import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.client.RestClientException;

/** One that dies, and perhaps another that looks more seldom, so that it finds what the first left. */
public final class MortalNodes implements AutoCloseable {
    private final NodeProcess first;
    private final List<NodeProcess> others = new ArrayList<>();

    private static final Duration DEAD = Duration.ofMinutes(4);

    private MortalNodes(
            Path home,
            EmbeddedMongo mongo,
            EmbeddedElasticsearch elasticsearch,
            boolean beside,
            Map<String, String> settings)
            throws IOException {
        Map<String, String> stores = new HashMap<>(settings);
        stores.put("PATINA_MONGODB_URI", mongo.uri());
        stores.put("PATINA_ELASTICSEARCH_URI", elasticsearch.uri().toString());
        Files.createDirectories(home.resolve("keys"));
        if (beside) {
            Map<String, String> seldom = new HashMap<>(stores);
            seldom.put("PATINA_ERASURE_LOOK", "15s");
            seldom.put("PATINA_EXPORT_LOOK", "15s");
            seldom.put("PATINA_PART_LOOK", "15s");
            others.add(NodeProcess.start(folder(home, "other"), seldom).healthy());
        }
        first = NodeProcess.start(folder(home, "first"), stores).healthy();
    }

    private static Path folder(Path home, String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.createSymbolicLink(folder.resolve("keys"), home.resolve("keys"));
        return folder;
    }

    public static MortalNodes start(Path home, EmbeddedMongo mongo, EmbeddedElasticsearch elasticsearch, boolean beside)
            throws IOException {
        return start(home, mongo, elasticsearch, beside, Map.of());
    }

    /** All of them with these settings. */
    public static MortalNodes start(
            Path home,
            EmbeddedMongo mongo,
            EmbeddedElasticsearch elasticsearch,
            boolean beside,
            Map<String, String> settings)
            throws IOException {
        return new MortalNodes(home, mongo, elasticsearch, beside, settings);
    }

    public NodeProcess first() {
        return first;
    }

    /** The first is the one that dies. */
    List<NodeProcess> all() {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** All that they put out. */
    String said() throws IOException {
        StringBuilder said = new StringBuilder();
        for (NodeProcess node : all()) {
            said.append(node.said());
        }
        return said.toString();
    }

    /** Kills it, if it lives, and starts it with orders to die. */
    public void killAt(String place) {
        if (first.isAlive()) {
            first.kill();
        }
        first.startAgain(Map.of("PATINA_KILL_AT", place));
        // It may die of what was left to do before it is healthy.
        await().atMost(DEAD)
                .ignoreException(RestClientException.class)
                .until(() -> !first.isAlive() || first.isHealthy());
    }

    @Override
    public void close() {
        first.close();
        others.forEach(NodeProcess::close);
    }
}
