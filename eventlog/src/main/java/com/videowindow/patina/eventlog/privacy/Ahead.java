package com.videowindow.patina.eventlog.privacy;

import com.mongodb.client.MongoCollection;
import com.videowindow.patina.eventlog.Durable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A collection as {@link Durable#ahead} has it where it is on the server of the log, and a durable one elsewhere; what the server is, is asked when it is first needed. */
final class Ahead {
    private final MongoCollection<Document> durable;
    private final KeyPlace place;
    private volatile @Nullable MongoCollection<Document> known;

    Ahead(MongoCollection<Document> durable, KeyPlace place) {
        this.durable = durable;
        this.place = place;
    }

    MongoCollection<Document> collection() {
        MongoCollection<Document> now = known;
        if (now == null) {
            now = place.besideLog() ? Durable.ahead(durable, place.database()) : durable;
            known = now;
        }
        return now;
    }
}
