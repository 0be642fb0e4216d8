package com.videowindow.patina.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is neither sealed nor rebuilt says nothing of anybody, not even of somebody who is still here. */
class FreeOfPeopleTest {
    /** A new one has to be thought about: what it has of people, and how that goes. */
    private static final Set<String> COLLECTIONS = Set.of(
            "archive-pieces",
            "archives",
            "blocks",
            "checkpoints",
            "checkpoints.abandoned",
            "evictions",
            "fences",
            "goodbyes",
            "apart",
            "kept",
            "left",
            "letters",
            "masters",
            "model-pieces",
            "models",
            "partFences",
            "replaced",
            "replays",
            "secrets",
            "sections",
            "sent",
            "shards",
            "snapshots",
            "trackingtokens");

    private static MarkedPerson anna;

    @BeforeAll
    static void somebody_writes_everywhere() {
        CraftCatalogue.publish();
        anna = MarkedPerson.with("canary");
        anna.asks();
        anna.calls().get("/api/v1/user/profile", "X-Correlation-Id", anna.marker());
        String view = CraftCatalogue.view("named-by-its-client", "joint-1");
        assertThat(anna.calls()
                        .post("/api/v1/events", view, "X-Correlation-Id", "of-" + anna.marker())
                        .status())
                .isEqualTo(201);
        anna.calls().post("/api/v1/events", "{\"messageId\":\"%s\"}".formatted(anna.marker())); // refused
        anna.calls().get("/api/v1/user/recommendations?limit=" + anna.marker());
        Calls potter = Node.creator("potter-" + anna.marker(), "potter");
        assertThat(potter.put("/api/v1/catalog/content/by-a-potter", """
                {"title":"A bowl","creator":"potter","publishedAt":"2026-05-04T09:00:00Z"}""").status())
                .isIn(200, 201);
    }

    private static List<MongoDatabase> databases() {
        MongoClient client = Node.context().getBean(MongoClient.class);
        List<MongoDatabase> found = new ArrayList<>();
        for (String name : client.listDatabaseNames()) {
            if (!Set.of("admin", "local", "config").contains(name)) {
                found.add(client.getDatabase(name));
            }
        }
        return found;
    }

    @Test
    void in_the_database_are_logs_keys_tokens_letters_and_snapshots_and_no_state_of_sagas() {
        Set<String> names = new TreeSet<>();
        databases().forEach(database -> database.listCollectionNames().into(names));
        assertThat(names).contains("blocks", "secrets").isSubsetOf(COLLECTIONS);
    }

    @Test
    void nothing_in_the_database_has_a_word_of_theirs_in_the_clear() {
        for (MongoDatabase database : databases()) {
            for (String name : database.listCollectionNames()) {
                for (RawBsonDocument stored :
                        database.getCollection(name, RawBsonDocument.class).find()) {
                    assertThat(text(stored.getByteBuffer().asNIO())).as(name).doesNotContain(anna.marker());
                }
            }
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }

    @Test
    void metrics_name_nobody() {
        Calls engineer = Node.engineer();
        String all = new String(engineer.get("/actuator/prometheus").response().body(), StandardCharsets.UTF_8);
        assertThat(all)
                .contains("patina_")
                .doesNotContain(anna.marker(), anna.subject().toString());
    }

    @Test
    void logs_and_temporary_files_name_nobody() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(Node.home().resolve("logs"), work())) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String said = text(ByteBuffer.wrap(Files.readAllBytes(file)));
            assertThat(said).as(file.toString()).doesNotContain(anna.marker());
        }
    }

    /** Where the web server would put what does not fit into memory. */
    private static Path work() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("tomcat." + Node.port() + "."))
                    .findFirst()
                    .orElseGet(() -> Node.home().resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
