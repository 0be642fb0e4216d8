package com.videowindow.patina.eventlog;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
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

    /** Whether what was to be stored stands there already. */
    public static boolean isDuplicate(MongoException failure) {
        return isDuplicate(failure.getCode());
    }

    /** Whether all that a bulk could not store stands there already. */
    public static boolean areDuplicates(MongoBulkWriteException failure) {
        return failure.getWriteErrors().stream().allMatch(error -> isDuplicate(error.getCode()));
    }

    private static boolean isDuplicate(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }
}
