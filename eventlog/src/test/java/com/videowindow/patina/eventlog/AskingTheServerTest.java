package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.event;
import static com.videowindow.patina.eventlog.People.view;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.videowindow.patina.domain.privacy.PlatformUserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left to what a server or a connection string takes for granted. */
class AskingTheServerTest {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "createIndexes");
    private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct");
    private static final Map<String, Set<String>> INDEXED =
            Map.of("blocks", Set.of("_id", "keys"), "trackingtokens", Set.of("processorName", "segment"));
    private static final Set<String> NEED_A_DISK = Set.of("blocks", "subjects");

    private final Queue<BsonDocument> asked = new ConcurrentLinkedQueue<>();

    @Test
    void every_write_says_how_durable_it_must_be_and_every_read_what_it_may_see(@TempDir Path folder) {
        try (TestServer mongo = TestServer.in(folder);
                MongoClient client = watched(mongo.uri());
                EventLog log =
                        EventLog.open(client.getDatabase(mongo.database()), EventLogSettings.DEFAULTS, OpenLog.KEY)) {
            useAllOf(log);
        }

        assertThat(asked).map(BsonDocument::getFirstKey).containsAll(Set.of("insert", "update", "find"));
        assertThat(asked).allSatisfy(AskingTheServerTest::assertExplicit);
    }

    /**
     * The embedded server answers these from its trees without a plan that could be asked for; a replica set is asked for
     * the plan of every question as it was sent.
     */
    @Test
    void every_question_is_answered_by_an_index(@TempDir Path folder) {
        try (TestServer mongo = TestServer.in(folder);
                MongoClient client = watched(mongo.uri())) {
            MongoDatabase database = client.getDatabase(mongo.database());
            try (EventLog log = EventLog.open(database, EventLogSettings.DEFAULTS, OpenLog.KEY)) {
                useAllOf(log);
            }
            List<BsonDocument> questions = asked.stream()
                    .filter(command -> command.containsKey("filter"))
                    .toList();
            assertThat(questions).hasSizeGreaterThan(10).allSatisfy(question -> {
                String collection = question.getString(question.getFirstKey()).getValue();
                Set<String> keys = INDEXED.getOrDefault(collection, Set.of("_id"));
                assertThat(keys).containsAll(question.getDocument("filter").keySet());
                if (ChangeSignal.isOffered(database)) {
                    assertThat(plan(database, question)).contains("IXSCAN").doesNotContain("COLLSCAN");
                }
            });
        }
    }

    private static String plan(MongoDatabase database, BsonDocument question) {
        BsonDocument plain = question.clone();
        Set.of("$db", "lsid", "$clusterTime", "readConcern", "$readPreference", "maxTimeMS")
                .forEach(plain::remove);
        return database.runCommand(new Document("explain", plain).append("verbosity", "queryPlanner"))
                .toJson();
    }

    private static void useAllOf(EventLog log) {
        log.storageEngine().appendEvents(event("shelf", 0, viewed(ANNA, "a")));
        log.facts().storeOnce(List.of(view(ANNA, "b")));
        log.storageEngine().storeSnapshot(new GenericDomainEventMessage<>("consents", "bench", 0, "state"));
        log.storageEngine().readSnapshot("bench");
        log.eventStore().readEvents("shelf");
        log.storageEngine().createTokenAt(People.NOON);
        log.subjects().subjectOf(new PlatformUserId("anna"));
        log.tokenStore().initializeTokenSegments("watcher", 1);
        log.tokenStore().fetchToken("watcher", 0);
        log.tokenStore().releaseClaim("watcher", 0);
        log.verify();
    }

    private static void assertExplicit(BsonDocument command) {
        String name = command.getFirstKey();
        if (READS.contains(name)) {
            assertThat(command.getDocument("readConcern").getString("level").getValue())
                    .as(command.toJson())
                    .isEqualTo("majority");
        } else {
            assertThat(WRITES).contains(name);
            BsonDocument concern = command.getDocument("writeConcern");
            assertThat(concern.getString("w").getValue()).as(command.toJson()).isEqualTo("majority");
            assertThat(concern.getBoolean("j").getValue())
                    .as(command.toJson())
                    .isEqualTo(NEED_A_DISK.contains(command.getString(name).getValue()));
        }
    }

    private MongoClient watched(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (WRITES.contains(event.getCommandName()) || READS.contains(event.getCommandName())) {
                            asked.add(event.getCommand().clone());
                        }
                    }
                })
                .build());
    }
}
