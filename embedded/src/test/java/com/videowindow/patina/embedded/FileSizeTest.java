package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSizeTest {
    private static final int REWRITES = 1_000;
    private static final int DOCUMENT_BYTES = 20_000;

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
}
