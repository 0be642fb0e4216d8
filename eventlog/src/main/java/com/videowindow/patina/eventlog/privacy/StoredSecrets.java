package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Secrets as they rest: by name, wrapped by their shard's key, with that key's generation; or the time of their end. What is
 * read may not be on the disk yet where all that follows from it is on the same one later.
 */
final class StoredSecrets {
    private static final int AT_ONCE = 1_000;
    /** 2^32 divided by the golden ratio: Knuth's multiplicative hashing takes the upper bits. */
    private static final int SPREAD = 0x9E3779B1;

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> durable;
    private final Ahead ahead;
    private final KeyShards shards;

    StoredSecrets(KeyPlace place, KeyShards shards, Duration patience) {
        this.durable = place.collection("secrets").withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        this.ahead = place.ahead(durable);
        this.shards = shards;
    }

    /** To write what must be on the disk before anything else happens. */
    MongoCollection<Document> durable() {
        return durable;
    }

    /** To write what nobody relies on before something else is on the disk, and to read. */
    MongoCollection<Document> ahead() {
        return ahead.collection();
    }

    static int shard(String name) {
        return (name.hashCode() * SPREAD) >>> 24;
    }

    /** Starts with the shard, so that those of one stand together. */
    static String id(String name) {
        return HexFormat.of().toHexDigits((byte) shard(name)) + '/' + name;
    }

    static String name(Document stored) {
        return stored.getString("_id").substring(3);
    }

    static Bson ofShard(int number) {
        String prefix = HexFormat.of().toHexDigits((byte) number);
        return Filters.and(Filters.gte("_id", prefix + '/'), Filters.lt("_id", prefix + '0'));
    }

    static Document wrapped(String name, byte[] secret, Shard shard) {
        return new Document("_id", id(name))
                .append("generation", shard.generation())
                .append("secret", shard.wrap(secret, name));
    }

    Map<String, Document> documents(Collection<String> names) {
        Map<String, Document> found = new HashMap<>();
        List<String> ids = names.stream().distinct().map(StoredSecrets::id).toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            ahead().find(Filters.in("_id", ids.subList(from, Math.min(ids.size(), from + AT_ONCE))))
                    .forEach(stored -> found.put(name(stored), stored));
        }
        return found;
    }

    /** What stands under its name now, this where nothing did; absent where somebody put theirs there at the same time. */
    static Optional<Document> documentOrThis(MongoCollection<Document> into, Document made) {
        Document fields = new Document(made);
        Object id = fields.remove("_id");
        try {
            return Optional.ofNullable(
                    into.findOneAndUpdate(Filters.eq("_id", id), new Document("$setOnInsert", fields), UPSERT));
        } catch (MongoException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Absent where it was never used. */
    Optional<Secret> read(Document stored) {
        String name = name(stored);
        @Nullable Document now = stored;
        while (now != null) {
            if (now.containsKey("destroyed")) {
                return Optional.of(new Secret.Destroyed(now.getDate("destroyed").toInstant()));
            }
            int generation = now.getInteger("generation");
            Optional<Shard> shard = shards.of(shard(name), generation);
            if (shard.isPresent()) {
                return Optional.of(
                        new Secret.Live(new Binary(shard.get().unwrap(now.get("secret", Binary.class), name))));
            }
            // Either it was wrapped again since it was read, or nobody ever will.
            now = ahead().find(Filters.eq("_id", id(name))).first();
            if (now != null && Integer.valueOf(generation).equals(now.getInteger("generation"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The change that wraps it under the next key of its shard; absent when the one that it is under is gone. */
    Optional<WriteModel<Document>> rewrapped(Document stored, Shard next) {
        String name = name(stored);
        return shards.of(next.number(), stored.getInteger("generation"))
                .map(shard -> new UpdateOneModel<>(
                        asRead(stored),
                        Updates.combine(
                                Updates.set("generation", next.generation()),
                                Updates.set(
                                        "secret",
                                        next.wrap(shard.unwrap(stored.get("secret", Binary.class), name), name)))));
    }

    /** Only where nothing else stands there by now. */
    static Bson asRead(Document stored) {
        return Filters.and(
                Filters.eq("_id", stored.get("_id")),
                Filters.eq("generation", stored.get("generation")),
                Filters.eq("secret", stored.get("secret")));
    }

    /** Whether nobody was quicker. */
    static boolean insert(MongoCollection<Document> into, List<Document> documents) {
        if (documents.isEmpty()) {
            return true;
        }
        try {
            into.insertMany(documents, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (!Durable.areDuplicates(e)) {
                throw e;
            }
            return false;
        }
    }
}
