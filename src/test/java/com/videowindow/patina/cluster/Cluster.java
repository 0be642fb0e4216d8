package com.videowindow.patina.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.embedded.EmbeddedMongo;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.NodeProcess;
import com.videowindow.patina.node.ReadModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.conversions.Bson;

/** Stores in this process, and nodes in processes of their own that share them and their keys. */
final class Cluster implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final EmbeddedMongo mongo;
    private final EmbeddedElasticsearch elasticsearch;
    private final MongoClient client;
    private final Path home;
    private final Path keys;
    private final Duration claims;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final List<HeldWire> wires = new ArrayList<>();

    /** @param claims after which a silent node loses its segments */
    Cluster(Path home, Duration claims) {
        this.home = home;
        this.claims = claims;
        mongo = EmbeddedMongo.start(home.resolve("mongo"));
        elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
        client = MongoClients.create(mongo.uri());
        keys = home.resolve("keys");
    }

    /** One more; the first one has all segments. */
    NodeProcess join() {
        HeldWire wire = new HeldWire(elasticsearch.uri());
        wires.add(wire);
        NodeProcess node = NodeProcess.start(
                folder("node-" + nodes.size()),
                Map.of(
                        "PATINA_MONGODB_URI", mongo.uri(),
                        "PATINA_ELASTICSEARCH_URI", wire.uri(),
                        "PATINA_LOG_CLAIM_TIMEOUT", claims.toMillis() + "ms"));
        nodes.add(node);
        return node;
    }

    /** Its keys are everybody's. */
    private Path folder(String name) {
        try {
            Path folder = Files.createDirectories(home.resolve(name));
            Files.createDirectories(keys);
            Files.createSymbolicLink(folder.resolve("keys"), keys);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HeldWire wireOf(NodeProcess node) {
        return wires.get(nodes.indexOf(node));
    }

    List<NodeProcess> nodes() {
        return nodes;
    }

    List<Client> doors(String person, Duration patience) {
        return nodes.stream().map(node -> node.client(person, patience)).toList();
    }

    MongoDatabase database() {
        return client.getDatabase("patina");
    }

    URI elasticsearch() {
        return elasticsearch.uri();
    }

    /** Segments of read models that a node says it has. */
    static int segments(NodeProcess node) {
        int all = 0;
        for (JsonNode projection : projections(node)) {
            all += projection.path("name").asText().equals("memory")
                    ? 0
                    : projection.path("segments").asInt();
        }
        return all;
    }

    /** Whether it has a part of this read model. */
    static boolean has(NodeProcess node, String readModel) {
        for (JsonNode projection : projections(node)) {
            if (projection.path("name").asText().equals(readModel)) {
                return projection.path("segments").asInt() > 0;
            }
        }
        return false;
    }

    private static JsonNode projections(NodeProcess node) {
        return node.client("engineer")
                .get("/api/v1/operations/projections", Role.ENGINEER)
                .json();
    }

    static List<String> readModels(NodeProcess node) {
        List<String> names = projections(node).findValuesAsText("name");
        names.remove("memory");
        return names;
    }

    /** All segments that there are. */
    int segments() {
        return segments(Filters.empty());
    }

    private int segments(Bson which) {
        return Math.toIntExact(database()
                .getCollection("trackingtokens")
                .countDocuments(Filters.and(which, Filters.ne("processorName", "__config"))));
    }

    /** Whoever joins after this gets none until a node dies or stalls. */
    void awaitAllSegmentsTaken() {
        await().atMost(LONG).until(() -> segments() > 0 && segments(Filters.eq("owner", null)) == 0);
    }

    /** Waits until these together have all segments, each once. */
    void awaitSegmentsOn(Collection<NodeProcess> some) {
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> some.stream().mapToInt(Cluster::segments).sum() == segments());
    }

    void awaitEverythingProjected() {
        for (NodeProcess node : nodes) {
            await().atMost(LONG).until(() -> node.client("engineer").everythingIsProjected());
        }
    }

    /** What each read model holds is what the log makes of it: nothing was taken in twice, and nothing passed over. */
    void readModelsAreWhatTheLogMakesOfThem() {
        Client engineer = nodes.getFirst().client("engineer");
        for (String name : readModels(nodes.getFirst())) {
            ReadModel model = new ReadModel(elasticsearch.uri(), name);
            Map<String, ReadModel.Kept> before = model.all();
            engineer.rebuilds(name);
            assertThat(differences(before, model.all())).as(name).isEmpty();
        }
    }

    private static Map<String, String> differences(
            Map<String, ReadModel.Kept> before, Map<String, ReadModel.Kept> after) {
        Map<String, String> found = new TreeMap<>();
        after.forEach((id, now) -> {
            ReadModel.Kept old = before.get(id);
            if (old == null || !old.isSameAs(now)) {
                found.put(id, old + " became " + now);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> found.put(id, "is missing"));
        return found;
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        wires.forEach(HeldWire::close);
        client.close();
        elasticsearch.close();
        mongo.close();
    }
}
