package com.videowindow.patina.projections;

import static com.videowindow.patina.projections.People.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelRetired;
import com.videowindow.patina.domain.model.ModelRolledBack;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.model.ModelTrained;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.RollbackReason;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingBegun;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.embedded.SharedElasticsearch;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.query.recommendation.Models;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log puts in force is what serves, and nothing that is not what it is named by. */
class ModelInForceTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");
    private static final Hyperparameters SETTINGS =
            new Hyperparameters(5, 9, 5, List.of(new Hyperparameters.Factorization(2, 0.3, 0.1, 0.5, 0.5, 2, 42)), 100);

    private final SealedLog log = new SealedLog();
    private final ModelStore store = log.models();
    private final Node node = Node.on(log, SharedElasticsearch.uri());

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    private static CollaborativeModel trained(String... contents) {
        SortedMap<SubjectId, Basket> likes = new TreeMap<>(Comparator.comparing(SubjectId::value));
        for (int i = 0; i < 4; i++) {
            likes.put(
                    new SubjectId(new UUID(0, i)),
                    new Basket(List.of(contents).stream().map(ContentId::new).toList()));
        }
        return CollaborativeModel.train(
                TrainingSet.of(likes, Map.of(), 100),
                new CollaborativeModel.Settings(
                        new Ease.Settings(5, 0, 5), List.of(new ImplicitAls.Settings(2, 0.3, 0.1, 0.5, 0.5, 2, 42))),
                new ForkJoinPool(1));
    }

    /** Its bytes are there, and the log tells of them. */
    private ModelVersion isThere(String... contents) {
        try {
            ModelStore.Stored stored = store.put(trained(contents)::write);
            TrainingId training = new TrainingId(UUID.randomUUID());
            LogPosition upTo = log.head();
            log.append(
                    new TrainingAsked(training, Trigger.ASKED, null, AT),
                    new TrainingBegun(training, upTo, SETTINGS, new UUID(0, 1), AT, AT),
                    new ModelTrained(
                            training,
                            stored.version(),
                            stored.bytes(),
                            new Lineage(upTo, 4, 8, contents.length, 0, 0, SETTINGS),
                            AT));
            return stored.version();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Models models() {
        return node.the(Models.class);
    }

    private void serves(ModelVersion version) {
        await().untilAsserted(() ->
                assertThat(models().current()).map(Models.Serving::version).contains(version));
    }

    private void alter(ModelVersion version) {
        MongoCollection<Document> pieces = log.letters().getCollection("model-pieces");
        Document first = Objects.requireNonNull(
                pieces.find(Filters.eq("_id", version + "/0")).first());
        byte[] bytes = first.get("bytes", Binary.class).getData();
        bytes[bytes.length / 2] ^= 1;
        pieces.updateOne(Filters.eq("_id", version + "/0"), Updates.set("bytes", new Binary(bytes)));
    }

    @Test
    void the_one_that_was_promoted_last_serves_and_after_a_rollback_the_one_before() {
        ModelVersion first = isThere("a", "b");
        log.append(new ModelPromoted(first, null, null, AT));
        serves(first);
        ModelVersion second = isThere("a", "b", "c");
        log.append(new ModelPromoted(second, first, null, AT));
        serves(second);

        log.append(new ModelRolledBack(second, first, RollbackReason.BY_HAND, null, AT));
        serves(first);
        assertThat(models().find(second)).isPresent();
    }

    @Test
    void a_node_that_starts_later_serves_the_same() {
        ModelVersion version = isThere("a", "b");
        log.append(new ModelPromoted(version, null, null, AT));
        serves(version);
        try (Node second = Node.on(log, SharedElasticsearch.uri())) {
            second.caughtUp();
            await().untilAsserted(() -> assertThat(second.the(Models.class).current())
                    .map(Models.Serving::version)
                    .contains(version));
        }
    }

    @Test
    void one_that_was_altered_is_refused_and_the_former_goes_on_to_serve() {
        ModelVersion first = isThere("a", "b");
        log.append(new ModelPromoted(first, null, null, AT));
        serves(first);
        ModelVersion second = isThere("a", "b", "c");
        alter(second);
        log.append(new ModelPromoted(second, first, null, AT));

        await().until(() -> node.the(MeterRegistry.class)
                        .get("patina.models.unreadable")
                        .counter()
                        .count()
                > 0);
        serves(first);
        assertThat(models().find(second)).isEmpty();
    }

    @Test
    void a_retired_one_serves_no_more_and_is_not_found() {
        ModelVersion version = isThere("a", "b");
        log.append(new ModelPromoted(version, null, null, AT));
        serves(version);
        log.append(new ModelRetired(version, RetirementReason.ERASURE, log.head(), AT));

        await().untilAsserted(() -> assertThat(models().current()).isEmpty());
        assertThat(models().find(version)).isEmpty();
    }

    @Test
    void whoever_was_erased_since_may_have_taught_what_was_trained_before() {
        log.append(People.allows(ANNA, Purpose.TRAINING));
        ModelVersion before = isThere("a", "b");
        ModelLines lines = node.the(ModelLines.class);
        await().until(() -> lines.now().find(before).isPresent());
        LogPosition upTo = lines.now().find(before).orElseThrow().lineage().upTo();
        assertThat(lines.leftSince(upTo)).isEmpty();

        log.erase(ANNA);

        await().until(() -> lines.leftSince(upTo).isPresent());
        assertThat(lines.leftSince(log.head())).isEmpty();
    }
}
