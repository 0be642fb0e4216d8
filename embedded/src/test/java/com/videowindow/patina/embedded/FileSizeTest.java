package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSizeTest {
    private static final int REWRITES = 1_000;
    private static final int DOCUMENT_BYTES = 20_000;
    private static final int EVENTS = 20;
    private static final int EVENT_BYTES = 400;
    private static final int KEY_BYTES = 80; // in the block and in the index, and each with its number
    private static final double LEAST_FILLED = 0.7;
    private static final int MOST_EMPTY = 17 << 20;

    @TempDir
    Path folder;

    @Test
    void what_is_written_over_and_over_takes_its_space_once() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = Mongo.client(mongo)) {
            MongoCollection<Document> tokens = client.getDatabase("patina").getCollection("tokens");
            Random random = new Random(1);
            for (int i = 0; i < REWRITES; i++) {
                byte[] bytes = new byte[DOCUMENT_BYTES];
                random.nextBytes(bytes);
                tokens.replaceOne(
                        Filters.eq("_id", 1), new Document("token", bytes), new ReplaceOptions().upsert(true));
            }
        }
        assertThat(Files.size(folder.resolve("mongo.mv.db"))).isLessThan(20L * DOCUMENT_BYTES);
    }

    /** As the log writes: blocks under two unique keys, and tokens that are written over and over without a wait. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {20_000, 40_000})
    void a_closed_file_grows_with_what_is_stored_and_is_little_larger(int events) throws IOException {
        long stored = (long) events * (EVENT_BYTES + KEY_BYTES);

        assertThat(bytesOfEvents(events, folder))
                .isBetween((long) events * EVENT_BYTES, (long) (stored / LEAST_FILLED) + MOST_EMPTY);
    }

    private static long bytesOfEvents(int count, Path folder) throws IOException {
        Random random = new Random(3);
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = Mongo.client(mongo)) {
            MongoCollection<Document> blocks = client.getDatabase("patina").getCollection("blocks");
            MongoCollection<Document> tokens = client.getDatabase("patina")
                    .getCollection("tokens")
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(false));
            blocks.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            for (long number = 0; number < count / EVENTS; number++) {
                blocks.insertOne(block(number, random));
                tokens.replaceOne(
                        Filters.eq("_id", number % 10),
                        new Document("token", number),
                        new ReplaceOptions().upsert(true));
            }
        }
        return Files.size(folder.resolve("mongo.mv.db"));
    }

    private static Document block(long number, Random random) {
        List<String> keys = new ArrayList<>();
        List<Binary> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            byte[] event = new byte[EVENT_BYTES];
            random.nextBytes(event);
            keys.add(Long.toHexString(random.nextLong()) + "@" + i);
            events.add(new Binary(event));
        }
        return new Document("_id", number).append("keys", keys).append("events", events);
    }

    @Test
    void a_file_that_is_mostly_empty_when_it_is_closed_becomes_small_and_holds_the_same() throws IOException {
        Path file = folder.resolve("mongo.mv.db");
        Files.writeString(folder.resolve("mongo.mv.db.rewritten"), "left by a crash");
        Random random = new Random(2);
        List<Document> kept = new ArrayList<>();
        long open;
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = Mongo.client(mongo)) {
            assertThat(folder).isDirectoryNotContaining("glob:**.rewritten");
            MongoCollection<Document> all = client.getDatabase("patina").getCollection("all");
            all.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            for (int i = 0; i < REWRITES; i++) {
                byte[] bytes = new byte[3 * DOCUMENT_BYTES];
                random.nextBytes(bytes);
                Object id = i % 2 == 0 ? "text " + i : (Object) (long) i;
                Document document = new Document("_id", id)
                        .append("keys", List.of("a" + i, "b" + i))
                        .append("bytes", new Binary(bytes));
                all.insertOne(document);
                if (i % 10 == 0 || i % 10 == 7) kept.add(document);
            }
            all.deleteMany(Filters.nin(
                    "_id", kept.stream().map(each -> each.get("_id")).toList()));
            open = Files.size(file);
        }

        assertThat(Files.size(file)).isLessThan(open / 2).isGreaterThan(200L * 3 * DOCUMENT_BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.rewritten");
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = Mongo.client(mongo)) {
            MongoCollection<Document> all = client.getDatabase("patina").getCollection("all");
            assertThat(all.find().into(new ArrayList<>())).containsExactlyInAnyOrderElementsOf(kept);
            assertThat(all.find(Filters.in("keys", "b7", "a10")).into(new ArrayList<>()))
                    .hasSize(2);
            assertThatThrownBy(() -> all.insertOne(new Document("_id", "new").append("keys", List.of("a7"))))
                    .isInstanceOf(MongoWriteException.class);
            all.insertOne(new Document("_id", "new").append("keys", List.of("a8")));
        }
    }
}
