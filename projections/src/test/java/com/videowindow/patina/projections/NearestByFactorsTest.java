package com.videowindow.patina.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
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
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.Ease;
import com.videowindow.patina.learning.recommender.ImplicitAls;
import com.videowindow.patina.learning.recommender.Likes;
import com.videowindow.patina.learning.recommender.TrainingSet;
import com.videowindow.patina.projections.store.ReadSide;
import com.videowindow.patina.query.recommendation.NearestContent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The factors of the model in force are in an index of its own, and what is nearest there is what is nearest by all products. */
class NearestByFactorsTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");
    private static final int ITEMS = 1_200;
    private static final int FOUND = 50;
    private static final Map<String, Object> ASKED = Map.of(
            "patina.recommendations.nearest",
            "elasticsearch",
            "patina.recommendations.nearest-found",
            FOUND,
            "patina.recommendations.nearest-looked",
            200,
            "patina.recommendations.nearest-within",
            "5s");
    private static final Hyperparameters SETTINGS =
            new Hyperparameters(5, 9, 5, List.of(new Hyperparameters.Factorization(8, 0.3, 0.1, 0.5, 0.5, 2, 42)), 100);
    private static final CollaborativeModel MODEL = trained(7);

    private final SealedLog log = new SealedLog();
    private final ModelStore store = log.models();
    private final Node node = Node.on(log, Elastic.emptied(), ASKED);
    private final NearestContent nearest = node.the(NearestContent.class);

    @AfterEach
    void close() {
        node.close();
        log.close();
    }

    private static CollaborativeModel trained(long seed) {
        Random chance = new Random(seed);
        SortedMap<SubjectId, Basket> likes = new TreeMap<>(Comparator.comparing(SubjectId::value));
        for (int i = 0; i < 500; i++) {
            Set<ContentId> liked = new HashSet<>();
            int group = chance.nextInt(12);
            while (liked.size() < 12) {
                int item = chance.nextInt(4) == 0 ? chance.nextInt(ITEMS) : group + 12 * chance.nextInt(ITEMS / 12);
                liked.add(new ContentId("v" + item));
            }
            likes.put(new SubjectId(new UUID(seed, i)), new Basket(List.copyOf(liked)));
        }
        return CollaborativeModel.train(
                TrainingSet.of(likes, Map.of(), ITEMS),
                new CollaborativeModel.Settings(
                        new Ease.Settings(5, 0, 5),
                        List.of(
                                new ImplicitAls.Settings(8, 0.3, 0.1, 0.5, 0.5, 3, 42),
                                new ImplicitAls.Settings(16, 0.3, 0.1, 0.5, 0.5, 3, 43))),
                new ForkJoinPool(2));
    }

    private ModelVersion isInForce(CollaborativeModel model) {
        try {
            ModelStore.Stored stored = store.put(model::write);
            TrainingId training = new TrainingId(UUID.randomUUID());
            LogPosition upTo = log.head();
            log.append(
                    new TrainingAsked(training, Trigger.ASKED, null, AT),
                    new TrainingBegun(training, upTo, SETTINGS, new UUID(0, 1), AT, AT),
                    new ModelTrained(
                            training,
                            stored.version(),
                            stored.bytes(),
                            new Lineage(upTo, 4, 8, ITEMS, 0, 0, SETTINGS),
                            AT),
                    new ModelPromoted(stored.version(), null, null, AT));
            return stored.version();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Float> vector(int... liked) {
        float[] own = MODEL.person(Likes.of(
                        liked, IntStream.of(liked).mapToDouble(item -> 1).toArray()))
                .vector();
        List<Float> vector = new ArrayList<>();
        for (float factor : own) {
            vector.add(factor);
        }
        return vector;
    }

    private static NearestContent.Wish wish(ModelVersion version, List<Float> vector) {
        return new NearestContent.Wish(version, vector, List.of(), List.of(), Set.of(), Set.of(), null);
    }

    private Neighbours foundBy(ModelVersion version) {
        NearestContent.Wish wish = wish(version, vector(1, 2, 3));
        await().atMost(Duration.ofMinutes(1)).until(() -> nearest.find(wish).answer() == NearestAnswer.FOUND);
        return nearest.find(wish);
    }

    private static List<ContentId> exact(List<Float> own) {
        return IntStream.range(0, MODEL.items().size())
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -product(own, MODEL.vector(item))))
                .limit(FOUND)
                .map(item -> MODEL.items().get(item))
                .toList();
    }

    private static double product(List<Float> own, float[] other) {
        double product = 0;
        for (int i = 0; i < other.length; i++) {
            product += own.get(i) * other[i];
        }
        return product;
    }

    private boolean has(String index) {
        return Elastic.has(node.the(ReadSide.class), index);
    }

    @Test
    void nearly_all_that_is_nearest_by_all_products_is_found_and_nearest_first() {
        ModelVersion version = isInForce(MODEL);
        foundBy(version);
        Random chance = new Random(3);
        int found = 0;
        for (int i = 0; i < 40; i++) {
            List<Float> own = vector(chance.nextInt(400), 400 + chance.nextInt(400), 800 + chance.nextInt(200));
            List<ContentId> exact = exact(own);
            List<ContentId> told = nearest.find(wish(version, own)).contents();
            assertThat(told).hasSize(FOUND).doesNotHaveDuplicates();
            assertThat(told.getFirst()).isEqualTo(exact.getFirst());
            found += (int) told.stream().filter(exact::contains).count();
        }
        assertThat(found).isGreaterThanOrEqualTo((int) (0.97 * 40 * FOUND));
    }

    @Test
    void what_may_not_be_offered_as_far_as_the_index_knows_is_not_found() {
        List<DomainEvent> published = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            published.add(People.published(new ContentId("v" + i)));
        }
        log.append(published.toArray(DomainEvent[]::new));
        node.caughtUp();
        Facet known = Facet.parse("material:oak");
        ModelVersion version = isInForce(MODEL);
        Neighbours all = foundBy(version);

        Set<ContentId> without = Set.copyOf(all.contents().subList(0, 10));
        NearestContent.Wish fewer =
                new NearestContent.Wish(version, vector(1, 2, 3), List.of(), List.of(), Set.of(), without, null);
        assertThat(nearest.find(fewer).contents()).hasSize(FOUND).doesNotContainAnyElementsOf(without);

        NearestContent.Wish having = new NearestContent.Wish(
                version, vector(1, 2, 3), List.of(Set.of(known)), List.of(Set.of("en")), Set.of(), Set.of(), null);
        assertThat(nearest.find(having).contents())
                .isNotEmpty()
                .allMatch(content -> Integer.parseInt(content.value().substring(1)) < 40);

        NearestContent.Wish avoiding =
                new NearestContent.Wish(version, vector(1, 2, 3), List.of(), List.of(), Set.of(known), Set.of(), null);
        assertThat(nearest.find(avoiding).contents())
                .hasSize(FOUND)
                .allMatch(content -> Integer.parseInt(content.value().substring(1)) >= 40);
    }

    @Test
    void an_index_that_was_broken_off_is_gone_on_with_and_nobody_is_answered_by_a_part() {
        ModelVersion version = isInForce(MODEL);
        Neighbours whole = foundBy(version);
        String index = "factors-" + version;
        ReadSide readSide = node.the(ReadSide.class);
        readSide.write(client -> client.indices()
                .putSettings(put -> put.index(index).settings(all -> all.blocks(blocks -> blocks.write(false)))));
        List<BulkOperation> gone = MODEL.items().subList(600, MODEL.items().size()).stream()
                .map(item -> BulkOperation.of(operation ->
                        operation.delete(delete -> delete.index(index).id(item.value()))))
                .toList();
        readSide.write(client -> client.bulk(bulk -> bulk.operations(gone)));
        readSide.write(
                client -> client.indices().deleteAlias(part -> part.index(index).name("nearest-" + version)));

        // a graph that is built anew may miss others: why what was found is kept with each list; a part would miss half
        assertThat(foundBy(version).contents())
                .hasSize(FOUND)
                .filteredOn(whole.contents().subList(0, 40)::contains)
                .hasSizeGreaterThan(34);
    }

    @Test
    void without_an_index_and_without_time_it_says_so() {
        ModelVersion unknown = ModelVersion.ofDigest(new byte[32]);
        assertThat(nearest.find(wish(unknown, vector(1)))).isEqualTo(Neighbours.none(NearestAnswer.NO_INDEX));

        NearestContent.Wish hurried = new NearestContent.Wish(
                unknown, vector(1), List.of(), List.of(), Set.of(), Set.of(), Duration.ofNanos(1));
        assertThat(nearest.find(hurried)).isEqualTo(Neighbours.none(NearestAnswer.LATE));
    }

    @Test
    void a_model_that_is_gone_back_to_has_its_index_and_one_that_is_retired_has_none() {
        ModelVersion first = isInForce(MODEL);
        foundBy(first);
        ModelVersion second = isInForce(trained(8));
        foundBy(second);
        log.append(new ModelRolledBack(second, first, RollbackReason.BY_HAND, null, AT));
        assertThat(foundBy(first).contents()).hasSize(FOUND);
        assertThat(has("factors-" + second)).isTrue();

        log.append(new ModelRetired(second, RetirementReason.ERASURE, log.head(), AT));
        await().atMost(Duration.ofMinutes(1)).until(() -> !has("factors-" + second));
        assertThat(has("factors-" + first)).isTrue();
        assertThat(nearest.find(wish(second, vector(1))).answer()).isEqualTo(NearestAnswer.NO_INDEX);
    }
}
