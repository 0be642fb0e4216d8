package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.eventlog.Durable;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.bson.Document;

/** One document beside the shards. It is in no backup of keys: another home wraps them under a master of its own. */
final class StoredMark implements MasterMark {
    private static final String FILE = "file";

    private final MongoCollection<Document> masters;
    private final Supplier<Closed> trial;

    /** @param trial opens what is there: of whoever marks a store that had no mark, or has no file */
    StoredMark(KeyPlace place, Supplier<Closed> trial) {
        this.masters = place.collection("masters");
        this.trial = trial;
    }

    private OptionalInt now() {
        Document found = masters.find(Filters.eq("_id", FILE)).first();
        return found == null ? OptionalInt.empty() : OptionalInt.of(found.getInteger("key"));
    }

    @Override
    public int nowOr(int first) {
        OptionalInt standing = now();
        if (standing.isPresent()) {
            return standing.getAsInt();
        }
        if (!trial.get().isNone()) {
            throw new MasterElsewhere(null);
        }
        try {
            masters.insertOne(new Document("_id", FILE).append("key", first));
        } catch (MongoWriteException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            }
        }
        return now().orElseThrow();
    }

    @Override
    public Closed closed() {
        return trial.get();
    }

    @Override
    public boolean move(int former, int next) {
        return masters.updateOne(
                                Filters.and(Filters.eq("_id", FILE), Filters.eq("key", former)),
                                Updates.set("key", next))
                        .getMatchedCount()
                == 1;
    }
}
