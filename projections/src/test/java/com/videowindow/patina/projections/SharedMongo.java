package com.videowindow.patina.projections;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded server for all tests of this process, with a database for each that asks. */
final class SharedMongo {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final MongoClient CLIENT = client();

    private SharedMongo() {}

    private static MongoClient client() {
        try {
            EmbeddedMongo mongo = EmbeddedMongo.start(Files.createTempDirectory("patina-letters"));
            Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
            return MongoClients.create(mongo.uri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MongoDatabase database() {
        return CLIENT.getDatabase("letters-" + DATABASES.incrementAndGet());
    }
}
