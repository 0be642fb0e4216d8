package com.videowindow.patina.eventlog;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** Collections of what must not be lost: written before it is acknowledged, read only where it cannot be taken back. */
public final class Durable {
    private Durable() {}

    public static MongoCollection<Document> collection(MongoDatabase database, String name) {
        return database.getCollection(name)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
