package com.videowindow.patina.eventlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The server that a test runs on, and its database there: an embedded one that keeps it in a folder, or the one that {@code
 * patina.mongodb.uri} names, where each folder has a database of its own, which is dropped when the tests are over.
 */
final class TestServer implements AutoCloseable {
    private static final String PROPERTY = "patina.mongodb.uri";
    private static final String DATABASE = "patina";
    private static final @Nullable String ELSEWHERE = System.getProperty(PROPERTY);

    private final @Nullable EmbeddedMongo embedded;
    private final String uri;
    private final String database;

    private TestServer(@Nullable EmbeddedMongo embedded, String uri, String database) {
        this.embedded = embedded;
        this.uri = uri;
        this.database = database;
    }

    static TestServer in(Path folder) {
        if (ELSEWHERE == null) {
            EmbeddedMongo embedded = EmbeddedMongo.start(folder);
            return new TestServer(embedded, embedded.uri(), DATABASE);
        }
        Hash place = Hash.sha256(folder.toString().getBytes(StandardCharsets.UTF_8));
        String name = "patina-test-" + HexFormat.of().formatHex(place.bytes(), 0, 8);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(ELSEWHERE, name)));
        return new TestServer(null, ELSEWHERE, name);
    }

    static TestServer at(String uri) {
        return new TestServer(null, uri, DATABASE);
    }

    /** What makes another process run its tests on the same server. */
    static String option() {
        return ELSEWHERE == null ? "-Dno." + PROPERTY : "-D" + PROPERTY + "=" + ELSEWHERE;
    }

    private static void drop(String uri, String database) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
    }

    String uri() {
        return uri;
    }

    String database() {
        return database;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
