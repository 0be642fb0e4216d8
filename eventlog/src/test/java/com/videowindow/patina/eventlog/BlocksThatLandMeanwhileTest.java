package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at many blocks is no snapshot on a server that is written to: it may see a block and not the one before. */
class BlocksThatLandMeanwhileTest {
    private static final long LATE = 5;

    private OpenLog open;
    private MongoCollection<RawBsonDocument> blocks;
    private RawBsonDocument late;

    @BeforeEach
    void a_log_in_which_a_look_misses_a_block(@TempDir Path folder) {
        open = OpenLog.in(folder);
        for (int i = 0; i < 20; i++) {
            open.log().facts().storeOnce(List.of(view(ANNA, "m" + i)));
        }
        blocks = open.database().getCollection("blocks", RawBsonDocument.class);
        late = Objects.requireNonNull(blocks.findOneAndDelete(Filters.eq("_id", LATE)));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void the_log_is_sound_when_the_block_is_there_at_the_next_look() {
        MongoClientSettings settings = new MongoSettings(
                        open.uri(), "patina", Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(5))
                .client();
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder(settings)
                .addCommandListener(new Landing())
                .build())) {
            assertThat(verify(client.getDatabase(open.database().getName())))
                    .isEqualTo(new Verification.Sound(open.log().inspection().status(), 0));
        }
    }

    @Test
    void the_log_is_damaged_when_it_is_not() {
        assertThat(verify(open.database()))
                .isEqualTo(new Verification.Damaged(
                        LATE, "it is missing, although blocks after it are there", LATE, LogPosition.of(LATE - 1, 0)));
    }

    private static Verification verify(MongoDatabase database) {
        return new ChainCheck(new RawBlocks(database), Witnesses.none(), events -> {}).run();
    }

    /** Stores the block once the first blocks were looked at. */
    private final class Landing implements CommandListener {
        private final Set<Integer> looks = ConcurrentHashMap.newKeySet();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonDocument command = event.getCommand();
            if (command.containsKey("find")
                    && command.getString("find").getValue().equals("blocks")
                    && command.getDocument("filter")
                            .getDocument("_id")
                            .getArray("$in")
                            .contains(new BsonInt64(0))) {
                looks.add(event.getRequestId());
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (looks.contains(event.getRequestId())
                    && blocks.countDocuments(Filters.eq("_id", new BsonInt64(LATE))) == 0) {
                blocks.insertOne(late);
            }
        }
    }
}
