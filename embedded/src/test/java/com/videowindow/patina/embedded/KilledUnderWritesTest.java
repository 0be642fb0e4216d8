package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledUnderWritesTest {
    private static final int WRITERS = 8;
    private static final int KILLS = 3;

    @TempDir
    Path folder;

    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong next = new AtomicLong();

    @Test
    void no_acknowledged_write_is_lost() throws Exception {
        killUnderWrites(KILLS);
    }

    @Tag("long")
    @RepeatedTest(5)
    void nor_in_many_kills() throws Exception {
        killUnderWrites(10);
    }

    private void killUnderWrites(int kills) throws Exception {
        for (int kill = 0; kill < kills; kill++) {
            int before = acknowledged.size();
            try (OtherProcess server = OtherProcess.withMongo(folder)) {
                writeUntilKilled(server, before + 300 + 200 * kill);
            }
            assertEverythingAcknowledgedIsThere();
        }
    }

    private void writeUntilKilled(OtherProcess server, int enough) throws InterruptedException {
        try (MongoClient client = Mongo.client(server.answer() + "/?retryWrites=false");
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            MongoCollection<Document> blocks = client.getDatabase("patina").getCollection("blocks");
            blocks.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            IntStream.range(0, WRITERS).forEach(writer -> writers.execute(() -> write(client)));
            while (acknowledged.size() < enough) LockSupport.parkNanos(1_000_000);
            server.kill();
        }
    }

    private void write(MongoClient client) {
        MongoCollection<Document> blocks = client.getDatabase("patina").getCollection("blocks");
        MongoCollection<Document> counters = client.getDatabase("patina").getCollection("counters");
        try {
            while (true) {
                long number = next.incrementAndGet();
                blocks.insertOne(new Document("_id", number)
                        .append("keys", List.of("a@" + number, "b@" + number))
                        .append("payload", new byte[500]));
                acknowledged.add(number);
                Document after = counters.findOneAndUpdate(
                        Filters.eq("_id", "all"),
                        Updates.inc("n", 1L),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
                counted.accumulateAndGet(Objects.requireNonNull(after).getLong("n"), Math::max);
            }
        } catch (MongoException serverIsGone) {
            // as planned: what was not acknowledged may be there or not
        }
    }

    private void assertEverythingAcknowledgedIsThere() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = Mongo.client(mongo)) {
            MongoCollection<Document> blocks = client.getDatabase("patina").getCollection("blocks");
            List<Long> there = blocks.find().map(block -> block.getLong("_id")).into(new ArrayList<>());
            assertThat(there).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(there).allSatisfy(number -> assertThat(
                            blocks.find(Filters.in("keys", "b@" + number)).first())
                    .isNotNull());
            Document counter = client.getDatabase("patina")
                    .getCollection("counters")
                    .find()
                    .first();
            assertThat(Objects.requireNonNull(counter).getLong("n")).isGreaterThanOrEqualTo(counted.get());
        }
    }
}
