package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.videowindow.patina.eventlog.Durable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A collection as {@link Durable#ahead} has it; what the server is, is asked when it is first needed. */
final class Ahead {
    private final MongoCollection<Document> durable;
    private final MongoDatabase database;
    private volatile @Nullable MongoCollection<Document> known;

    Ahead(MongoCollection<Document> durable, MongoDatabase database) {
        this.durable = durable;
        this.database = database;
    }

    MongoCollection<Document> collection() {
        MongoCollection<Document> now = known;
        if (now == null) {
            now = Durable.ahead(durable, database);
            known = now;
        }
        return now;
    }
}
