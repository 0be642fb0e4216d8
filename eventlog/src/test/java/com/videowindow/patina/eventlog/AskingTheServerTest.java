package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left to what a server or a connection string takes for granted. */
class AskingTheServerTest {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "createIndexes");
    private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct");
    private static final Map<String, Set<String>> INDEXED = Map.of(
            "blocks", Set.of("_id", "keys"),
            "letters", Set.of("_id", "group"),
            "evictions", Set.of("projection"),
            "trackingtokens", Set.of("processorName", "segment"));
    /** The check of a log counts its blocks and checkpoints; of letters and evictions there are few, and somebody wants to see all. */
    private static final Set<String> ASKED_FOR_AS_A_WHOLE =
            Set.of("blocks", "letters", "evictions", "checkpoints", "shards");

    private static final Set<String> NEED_A_DISK = Set.of(
            "blocks", "secrets", "shards", "masters", "letters", "evictions", "checkpoints", "checkpoints.abandoned");
    /** Read before it is on the disk, where what follows from it comes behind it. */
    private static final Set<String> AHEAD = Set.of("secrets", "shards");

    private static final Set<String> KEPT = Set.of("sections", "snapshots", "trackingtokens");

    /** What the driver does not send, since it goes without saying. */
    private static final BsonDocument PRIMARY = new BsonDocument("mode", new BsonString("primary"));

    private final Queue<BsonDocument> asked = new ConcurrentLinkedQueue<>();

    @Test
    void every_write_says_how_durable_it_must_be_and_every_read_what_it_may_see(@TempDir Path folder) {
        watchAllThatIsAsked(folder);

        Set<String> collections =
                Stream.concat(NEED_A_DISK.stream(), KEPT.stream()).collect(Collectors.toSet());
        assertThat(written()).isEqualTo(collections);
        assertThat(asked).map(BsonDocument::getFirstKey).containsAll(Set.of("insert", "update", "delete", "find"));
        assertThat(asked).allSatisfy(AskingTheServerTest::assertExplicit);
    }

    private Set<String> written() {
        return asked.stream()
                .filter(command -> Set.of("insert", "update", "findAndModify").contains(command.getFirstKey()))
                .map(AskingTheServerTest::collection)
                .collect(Collectors.toSet());
    }

    private void watchAllThatIsAsked(Path folder) {
        Path copy = folder.resolve("copy.log");
        try (TestServer mongo = TestServer.in(folder.resolve("first"));
                MongoClient client = watched(mongo.uri())) {
            UsedEverywhere.on(client.getDatabase(mongo.database()), copy);
        }
        try (TestServer mongo = TestServer.in(folder.resolve("second"));
                MongoClient client = watched(mongo.uri())) {
            UsedEverywhere.restored(client.getDatabase(mongo.database()), copy);
        }
    }

    /**
     * Whatever finds, changes, deletes or counts documents names a field that has an index. The embedded server answers
     * from its trees without a plan that could be asked for; a replica set is asked for the plan of each of these
     * commands as it was sent.
     */
    @Test
    void every_question_is_answered_by_an_index(@TempDir Path folder) {
        watchAllThatIsAsked(folder);

        assertThat(asked).hasSizeGreaterThan(50).allSatisfy(command -> conditions(command)
                .forEach(condition -> assertIndexed(collection(command), condition)));
        try (TestServer mongo = TestServer.in(folder.resolve("first"));
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoDatabase database = client.getDatabase(mongo.database());
            if (ChangeSignal.isOffered(database)) {
                assertThat(asked)
                        .filteredOn(command -> conditions(command).stream().anyMatch(each -> !each.isEmpty()))
                        .allSatisfy(command -> assertThat(plan(database, command))
                                .containsPattern("IXSCAN|IDHACK|EXPRESS") // the latter two look up an _id
                                .doesNotContain("COLLSCAN"));
            }
        }
    }

    /** By what a command chooses documents; an empty one chooses all. */
    private static List<BsonDocument> conditions(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "find" -> List.of(command.getDocument("filter", new BsonDocument()));
            case "findAndModify" -> List.of(command.getDocument("query"));
            case "update" -> each(command.getArray("updates"), "q");
            case "delete" -> each(command.getArray("deletes"), "q");
            case "aggregate" -> each(command.getArray("pipeline"), "$match");
            case "insert", "createIndexes" -> List.of();
            default -> throw new AssertionError("a command that nobody thought of: " + command.toJson());
        };
    }

    /** Of an aggregation the first stage decides; that of a change stream chooses nothing. */
    private static List<BsonDocument> each(BsonArray parts, String name) {
        return parts.stream()
                .limit(name.equals("$match") ? 1 : parts.size())
                .map(BsonValue::asDocument)
                .filter(part -> part.containsKey(name))
                .map(part -> part.getDocument(name))
                .toList();
    }

    private static void assertIndexed(String collection, BsonDocument condition) {
        if (condition.isEmpty()) {
            assertThat(ASKED_FOR_AS_A_WHOLE).contains(collection);
        } else {
            assertThat(fields(condition))
                    .as(collection)
                    .containsAnyElementsOf(INDEXED.getOrDefault(collection, Set.of("_id")));
        }
    }

    /** That must all hold. */
    private static Set<String> fields(BsonDocument condition) {
        Set<String> fields = new HashSet<>();
        condition.forEach((name, value) -> {
            if (name.equals("$and")) {
                value.asArray().forEach(each -> fields.addAll(fields(each.asDocument())));
            } else {
                fields.add(name);
            }
        });
        return fields;
    }

    private static String plan(MongoDatabase database, BsonDocument command) {
        BsonDocument plain = command.clone();
        Set.of(
                        "$db",
                        "lsid",
                        "txnNumber",
                        "$clusterTime",
                        "readConcern",
                        "writeConcern",
                        "$readPreference",
                        "maxTimeMS")
                .forEach(plain::remove);
        return database.runCommand(new Document("explain", plain).append("verbosity", "queryPlanner"))
                .toJson();
    }

    private static String collection(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue();
    }

    private static void assertExplicit(BsonDocument command) {
        String name = command.getFirstKey();
        if (READS.contains(name)) {
            assertThat(command.getDocument("readConcern").getString("level").getValue())
                    .as(command.toJson())
                    .isIn(AHEAD.contains(collection(command)) ? Set.of("majority", "local") : Set.of("majority"));
            assertThat(command.getDocument("$readPreference", PRIMARY)
                            .getString("mode")
                            .getValue())
                    .as(command.toJson())
                    .isEqualTo("primary");
        } else {
            assertThat(WRITES).contains(name);
            BsonDocument concern = command.getDocument("writeConcern");
            assertThat(concern.getString("w").getValue()).as(command.toJson()).isEqualTo("majority");
            if (!isAhead(command)) {
                assertThat(concern.getBoolean("j").getValue())
                        .as(command.toJson())
                        .isEqualTo(NEED_A_DISK.contains(collection(command)));
            }
        }
    }

    /** A new person's secret, which is on the disk with the block that holds their first fact. */
    private static boolean isAhead(BsonDocument command) {
        return Set.of("insert", "findAndModify").contains(command.getFirstKey())
                && collection(command).equals("secrets");
    }

    /** One that takes for granted that others than the primary may be read. */
    private MongoClient watched(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .readPreference(ReadPreference.secondary())
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
