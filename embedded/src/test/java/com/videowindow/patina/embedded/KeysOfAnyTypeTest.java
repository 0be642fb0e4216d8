package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysOfAnyTypeTest {
    /** In MongoDB's order; every one a different key. */
    private static final List<Object> IN_ORDER = Arrays.asList(
            new MinKey(),
            null,
            Double.NaN,
            Decimal128.NEGATIVE_INFINITY,
            -2L,
            -1.5,
            0,
            1,
            Decimal128.parse("1.25"),
            1.5,
            2L,
            9_007_199_254_740_992L,
            9_007_199_254_740_993L,
            1e300,
            Double.POSITIVE_INFINITY,
            "",
            "a",
            "b",
            "\uFFFD",
            "😀",
            new Document("b", 1),
            new Document("a", List.of(1, 2)),
            new Document("a", List.of(1, 3)),
            new Binary(new byte[] {1}),
            new Binary(new byte[] {2}),
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(Long.MAX_VALUE, 0),
            new UUID(Long.MIN_VALUE, 0),
            new UUID(-1, -1),
            new Binary(new byte[17]),
            new ObjectId("000000000000000000000001"),
            new ObjectId("000000000000000000000002"),
            false,
            true,
            Date.from(Instant.EPOCH),
            Date.from(Instant.EPOCH.plusSeconds(1)),
            new BsonTimestamp(1, 1),
            new BsonTimestamp(-1, 1),
            new MaxKey());

    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(folder);
        client = Mongo.client(mongo);
        things = client.getDatabase("patina").getCollection("things");
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void documents_come_in_the_order_of_their_keys_whatever_the_types() {
        insertShuffled();

        assertThat(ids(things.find().sort(Sorts.ascending("_id")))).containsExactlyElementsOf(IN_ORDER);
        List<Object> backwards = new ArrayList<>(IN_ORDER);
        Collections.reverse(backwards);
        assertThat(ids(things.find().sort(Sorts.descending("_id")))).containsExactlyElementsOf(backwards);
    }

    @Test
    void each_is_found_by_its_key_before_and_after_a_restart() {
        insertShuffled();
        assertEachIsFound();
        stop();
        start();
        assertEachIsFound();
        assertThat(ids(things.find().sort(Sorts.ascending("_id")))).containsExactlyElementsOf(IN_ORDER);
    }

    @Test
    void a_range_holds_only_its_own_type_and_its_ends_as_asked() {
        insertShuffled();

        assertThat(ids(things.find(Filters.gt("_id", 1)).sort(Sorts.ascending("_id"))))
                .containsExactly(
                        Decimal128.parse("1.25"),
                        1.5,
                        2L,
                        9_007_199_254_740_992L,
                        9_007_199_254_740_993L,
                        1e300,
                        Double.POSITIVE_INFINITY);
        assertThat(ids(things.find(Filters.and(Filters.gte("_id", "a"), Filters.lt("_id", "b")))))
                .containsExactly("a");
        assertThat(ids(things.find(Filters.lte("_id", "b"))
                        .sort(Sorts.descending("_id"))
                        .limit(2)))
                .containsExactly("b", "a");
    }

    @Test
    void the_same_number_is_the_same_key_in_every_type() {
        things.insertOne(new Document("_id", 7));
        things.insertOne(new Document("_id", -0.0));

        assertThat(things.countDocuments(Filters.eq("_id", 7L))).isOne();
        assertThat(things.countDocuments(Filters.eq("_id", 7.0))).isOne();
        assertThat(things.countDocuments(Filters.eq("_id", 0))).isOne();
        for (Object taken : List.of(7L, 0.0, Decimal128.parse("7.00"))) {
            assertThatThrownBy(() -> things.insertOne(new Document("_id", taken)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
        }
        assertThat(things.updateOne(Filters.eq("_id", 7L), new Document("$set", new Document("seen", true)))
                        .getModifiedCount())
                .isOne();
    }

    /** Taken for a double, 1E+400 would be infinite, and refused as a key that is taken. */
    @Test
    void a_decimal_that_no_double_equals_is_refused_as_what_it_is() {
        things.insertOne(new Document("_id", Double.POSITIVE_INFINITY));

        for (String number : List.of("1E+400", "0.1", "1.000000000000000000000000000000001")) {
            assertThatThrownBy(() -> things.insertOne(new Document("_id", Decimal128.parse(number))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("no double equals");
        }
    }

    private void insertShuffled() {
        List<Object> shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.forEach(id -> things.insertOne(new Document("_id", id)));
    }

    private void assertEachIsFound() {
        assertThat(IN_ORDER).filteredOn(id -> !(id instanceof Document)).allSatisfy(id -> assertThat(
                        things.countDocuments(Filters.eq("_id", id)))
                .isOne());
    }

    private static List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }
}
