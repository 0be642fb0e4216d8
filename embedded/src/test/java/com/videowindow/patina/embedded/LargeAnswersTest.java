package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are larger than a driver takes at once. */
class LargeAnswersTest {
    private static final int LARGE = 9 << 20;

    @Test
    void come_in_parts_whatever_number_of_documents_was_asked_for(@TempDir Path folder) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = Mongo.client(mongo)) {
            MongoCollection<Document> blocks = client.getDatabase("patina").getCollection("blocks");
            List<Integer> all = IntStream.range(0, 7).boxed().toList();
            all.forEach(id -> blocks.insertOne(new Document("_id", id).append("payload", new Binary(new byte[LARGE]))));

            assertThat(ids(blocks, all, 100)).isEqualTo(all);
            assertThat(ids(blocks, all, 0)).isEqualTo(all);
        }
    }

    private static List<Integer> ids(MongoCollection<Document> blocks, List<Integer> wanted, int batchSize) {
        return blocks.find(Filters.in("_id", wanted))
                .batchSize(batchSize)
                .map(document -> document.getInteger("_id"))
                .into(new ArrayList<>());
    }
}
