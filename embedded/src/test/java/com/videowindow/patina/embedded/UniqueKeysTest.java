package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniqueKeysTest {
    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> blocks;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(folder);
        client = Mongo.client(mongo);
        blocks = client.getDatabase("patina").getCollection("blocks");
        blocks.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void two_blocks_with_one_stream_key_in_common_cannot_both_land() {
        blocks.insertOne(block(1, "anna@0", "ben@0"));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> blocks.insertOne(block(2, "carla@0", "ben@0")))
                .satisfies(refused -> assertThat(refused.getError().getCode()).isEqualTo(11000))
                .withMessageContaining("ben@0");
        assertThat(blocks.countDocuments()).isOne();
        assertThat(blocks.countDocuments(Filters.in("keys", "carla@0"))).isZero();
    }

    @Test
    void a_block_number_is_taken_once() {
        blocks.insertOne(block(1, "anna@0"));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> blocks.insertOne(block(1, "ben@0")))
                .satisfies(refused -> assertThat(refused.getError().getCode()).isEqualTo(11000))
                .withMessageContaining("_id");
    }

    @Test
    void keys_are_still_unique_after_a_restart() {
        blocks.insertOne(block(1, "anna@0"));
        stop();
        start();

        assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> blocks.insertOne(block(2, "anna@0")));
        assertThat(blocks.find(Filters.in("keys", "anna@0", "anna@1")).first()).isEqualTo(block(1, "anna@0"));
    }

    @Test
    void a_removed_block_frees_its_keys() {
        blocks.insertOne(block(1, "anna@0"));
        blocks.deleteOne(Filters.eq("_id", 1L));
        blocks.insertOne(block(2, "anna@0"));

        assertThat(blocks.countDocuments(Filters.in("keys", "anna@0"))).isOne();
    }

    @Test
    void blocks_of_several_streams_are_found_by_any_of_their_keys_in_the_order_asked() {
        for (long number = 1; number <= 100; number++) {
            blocks.insertOne(block(number, "anna@" + number, "ben@" + number));
        }

        List<Long> found = new ArrayList<>();
        blocks.find(Filters.in("keys", "ben@70", "anna@30", "anna@70", "nobody@1"))
                .sort(new Document("_id", -1))
                .forEach(block -> found.add(block.getLong("_id")));
        assertThat(found).containsExactly(70L, 30L);
    }

    private static Document block(long number, String... keys) {
        return new Document("_id", number).append("keys", List.of(keys));
    }
}
