package com.videowindow.patina.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.embedded.EmbeddedElasticsearch;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Homes;
import com.videowindow.patina.node.Node;
import com.videowindow.patina.node.ReadModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** All that the read models hold after a whole data set can be had again from the log, and nobody notices. */
@Tag("long")
class RebuildAfterImportTest {
    private static final Duration LONG = Duration.ofMinutes(4);
    /** The served lists last: theirs is the only one that grows while people only read. */
    private static final List<String> READ_MODELS =
            List.of("catalog", "consent-ledger", "feedback", "interactions", "interest-profiles", "orders", "trails");

    @Test
    @Timeout(900)
    void every_document_is_the_same_in_every_field_and_readers_see_nothing_of_it(
            @TempDir(factory = Homes.class) Path home) throws IOException, InterruptedException {
        try (EmbeddedElasticsearch elasticsearch = EmbeddedElasticsearch.start(home.resolve("elasticsearch"));
                Node node = Node.start(home, "--patina.elasticsearch.uri=" + elasticsearch.uri())) {
            assertThat(new Import(home, Import.wholeSet())
                            .run()
                            .path("read")
                            .path("ratings")
                            .asLong())
                    .isEqualTo(100_836);
            Client engineer = node.client("engineer");
            List<Reader> readers = readers(node);
            await().atMost(LONG).until(engineer::everythingIsProjected);
            assertThat(projections(engineer)).containsExactlyInAnyOrderElementsOf(READ_MODELS);
            List<ReadModel> models = READ_MODELS.stream()
                    .map(name -> new ReadModel(elasticsearch.uri(), name))
                    .toList();
            List<Map<String, ReadModel.Kept>> before =
                    models.stream().map(ReadModel::all).toList();

            readers.forEach(Reader::begin);
            READ_MODELS.forEach(engineer::rebuilds);
            readers.forEach(Reader::end);

            assertThat(readers).allSatisfy(Reader::sawNothingUnusual);
            await().atMost(LONG).until(engineer::everythingIsProjected);
            for (int i = 0; i < models.size(); i++) {
                assertThat(before.get(i)).as(READ_MODELS.get(i)).isNotEmpty();
                assertThat(differences(models.get(i), before.get(i))).isEmpty();
            }
            assertThat(models.getLast().count()).isEqualTo(engineer.inTheLog("RecommendationsServed"));
        }
    }

    /** A profile that was cleared, a film that is no longer shown, and people of whom every read model has something. */
    private static List<Reader> readers(Node node) {
        Client forgotten = node.client("ml-1");
        assertThat(forgotten
                        .send(
                                HttpMethod.PUT,
                                "/api/v1/user/consents/personalization",
                                Role.SUBJECT,
                                "{\"granted\": false, \"policyVersion\": \"1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(forgotten
                        .send(HttpMethod.POST, "/api/v1/catalog/content/ml-2/retire", Role.PRODUCT, "")
                        .status())
                .isEqualTo(200);
        List<Reader> readers = Stream.of("ml-414", "ml-599", "ml-3")
                .map(name -> new Reader(node.client(name)))
                .toList();
        readers.forEach(Reader::speaksUp);
        return readers;
    }

    private static Collection<String> projections(Client engineer) {
        List<String> names = engineer.get("/api/v1/operations/projections", Role.ENGINEER)
                .json()
                .findValuesAsText("name");
        names.remove("memory");
        return names;
    }

    /** What is missing, or not the same, or new without being a list that was served meanwhile. */
    private static Map<String, String> differences(ReadModel model, Map<String, ReadModel.Kept> before) {
        Map<String, ReadModel.Kept> missing = new TreeMap<>(before);
        Map<String, String> found = new TreeMap<>();
        model.each((id, now) -> {
            ReadModel.Kept old = missing.remove(id);
            if (old == null ? !model.alias().equals("trails") : !old.isSameAs(now)) {
                found.put(id, old + " became " + now);
            }
        });
        missing.forEach((id, old) -> found.put(id, old + " is missing"));
        return found;
    }
}
