package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static com.videowindow.patina.projections.People.BERT;
import static com.videowindow.patina.projections.People.SPOONS;
import static com.videowindow.patina.projections.People.likes;
import static com.videowindow.patina.projections.People.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.domain.audit.ProjectionProgress;
import com.videowindow.patina.domain.audit.ProjectionStatus;
import com.videowindow.patina.domain.audit.ProjectionStatus.Layout;
import com.videowindow.patina.domain.audit.ReplayStatus;
import com.videowindow.patina.domain.audit.ReplayStatus.State;
import com.videowindow.patina.domain.audit.Replays;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An index that another version of the program laid out is found at the start, and built anew. */
class OutdatedLayoutTest extends OneNode {
    private static final String FEEDBACK = "feedback";

    private Map<String, String> written() {
        log.append(published(SPOONS), likes(ANNA, SPOONS, 1), likes(BERT, SPOONS, 2));
        node.caughtUp();
        return node.documents(FEEDBACK);
    }

    /** As another version does it, before this one starts. */
    private void restartedOn(UnaryOperator<TypeMapping.Builder> layout) {
        laidOut(layout);
        node.close();
        node = Node.on(log, SharedElasticsearch.uri());
    }

    private void laidOut(UnaryOperator<TypeMapping.Builder> layout) {
        ReadSide readSide = node.the(ReadSide.class);
        String now = behind();
        String other = FEEDBACK + "-000009";
        readSide.write(client -> client.indices().create(create -> create.index(other)
                .aliases(Indices.forWriters(other), one -> one.isWriteIndex(true))
                .mappings(mappings -> layout.apply(mappings.dynamic(DynamicMapping.False)
                        .properties("position", field -> field.long_(number -> number))))));
        List<Hit<JsonNode>> hits = readSide.write(
                client -> client.search(search -> search.index(now).version(true), JsonNode.class)
                        .hits()
                        .hits());
        hits.forEach(hit -> readSide.write(client -> client.index(index -> index.index(other)
                .id(hit.id())
                .version(hit.version())
                .versionType(VersionType.External)
                .document(hit.source()))));
        node.the(Indices.class).swap(FEEDBACK, now, other);
        node.the(Indices.class).delete(now);
    }

    private String behind() {
        return node.the(Indices.class).behind(FEEDBACK).orElseThrow();
    }

    private TypeMapping mapping() {
        Map<String, IndexState> all = node.the(ReadSide.class)
                .write(client ->
                        client.indices().get(get -> get.index(behind())).result());
        IndexState found = Objects.requireNonNull(all.get(behind()));
        return Objects.requireNonNull(found.mappings());
    }

    private Layout layout() {
        return node.the(ProjectionProgress.class).all().stream()
                .filter(status -> status.name().equals(FEEDBACK))
                .map(ProjectionStatus::layout)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Layout.OUTDATED);
    }

    private List<ReplayStatus> rebuilds() {
        return node.the(Replays.class).all();
    }

    private void isRebuilt(Map<String, String> documents, int times) {
        await().atMost(Node.PATIENCE).until(() -> layout() == Layout.CURRENT);
        assertThat(node.documents(FEEDBACK)).isEqualTo(documents);
        assertThat(mapping().properties()).containsKey("body");
        assertThat(mapping().meta()).containsKey("layout");
        assertThat(rebuilds())
                .hasSize(times)
                .allSatisfy(one -> assertThat(one.projection()).isEqualTo(FEEDBACK))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(State.COMPLETED));
    }

    @Test
    void is_built_anew_as_often_as_it_changes_and_says_so_until_then() {
        Map<String, String> documents = written();
        await().atMost(Node.PATIENCE).until(() -> layout() == Layout.CURRENT);
        assertThat(rebuilds()).isEmpty();

        restartedOn(mapping -> mapping); // before an index said how it is laid out
        isRebuilt(documents, 1);

        restartedOn(mapping -> mapping.meta("layout", JsonData.of("of another version")));
        isRebuilt(documents, 2);
    }

    @Test
    void one_that_is_as_it_should_be_stays() {
        Map<String, String> documents = written();
        String index = behind();
        node.close();
        node = Node.on(log, SharedElasticsearch.uri());
        node.caughtUp();
        await().atMost(Node.PATIENCE).until(() -> layout() == Layout.CURRENT);
        assertThat(behind()).isEqualTo(index);
        assertThat(node.documents(FEEDBACK)).isEqualTo(documents);
        assertThat(rebuilds()).isEmpty();
    }
}
