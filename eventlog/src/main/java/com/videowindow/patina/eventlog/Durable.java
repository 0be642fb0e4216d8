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

    /**
     * The same for what need not be durable before something that is stored later in the same place, and for what may be read
     * before it is by who stores what follows from it in the same place. A server by itself has one journal, so that the
     * later never stands without the earlier; members of a replica set may lose the one and take the other from somebody
     * else, so there each is waited for.
     */
    public static MongoCollection<Document> ahead(MongoCollection<Document> durable, MongoDatabase database) {
        Document server = database.runCommand(new Document("isMaster", 1)); // which every version answers
        boolean alone = !server.containsKey("setName") && !"isdbgrid".equals(server.get("msg"));
        return alone
                ? durable.withReadConcern(ReadConcern.LOCAL).withWriteConcern(WriteConcern.MAJORITY.withJournal(false))
                : durable;
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
