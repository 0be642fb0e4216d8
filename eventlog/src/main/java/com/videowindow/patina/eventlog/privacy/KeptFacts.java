package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.Aead;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.Durable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What stays readable of facts whose keys were destroyed because others under the same keys had to go. For a month out of
 * which nothing goes it is the month's key; for another, each fact that stays, sealed again. Both rest under the newest
 * generation of the person's key for the same category and month, so that all that destroys those takes this with it.
 */
final class KeptFacts {
    private final MongoCollection<Document> kept;

    /** Of whom, of which former generation, and of which category and month. */
    record Place(SubjectId subject, RetentionPeriod period, int generation) {

        private String prefix() {
            return subject.toString() + '/' + StoredPeriods.name(period) + '/' + generation + '/';
        }
    }

    /** @param under generation of the keys under which it rests; those of one month differ while some are sealed again */
    record Kept(int under, Binary sealed) {}

    /**
     * @param key of the month, sealed; absent where single facts are kept
     * @param facts as they were sealed again, by their keys in the log
     */
    record Month(@Nullable Kept key, Map<String, Kept> facts) {}

    KeptFacts(MongoDatabase keys) {
        kept = of(keys);
    }

    static MongoCollection<Document> of(MongoDatabase keys) {
        return Durable.collection(keys, "kept");
    }

    /** Absent where nothing of it stays. */
    @Nullable
    Month find(Place place) {
        Map<String, Kept> facts = new HashMap<>();
        Kept key = null;
        for (Document stored : kept.find(starting(place.prefix()))) {
            String fact = stored.getString("_id").substring(place.prefix().length());
            Kept one = new Kept(stored.getInteger("under"), stored.get("sealed", Binary.class));
            if (fact.isEmpty()) {
                key = one;
            } else {
                facts.put(fact, one);
            }
        }
        return key == null && facts.isEmpty() ? null : new Month(key, facts);
    }

    /** Everything that begins so: the next character after the slash ends the range. */
    private static Bson starting(String prefix) {
        return Filters.and(
                Filters.gte("_id", prefix), Filters.lt("_id", prefix.substring(0, prefix.length() - 1) + '0'));
    }

    void keepKey(Place place, byte[] key, int under, Aead sealing) {
        put(List.of(document(place, "", under, sealed(sealing, key, place))));
    }

    void keepFacts(Place place, Map<String, byte[]> sealed, int under) {
        put(sealed.entrySet().stream()
                .map(fact -> document(place, fact.getKey(), under, fact.getValue()))
                .toList());
    }

    private void put(Collection<Document> documents) {
        if (!documents.isEmpty()) {
            try {
                kept.bulkWrite(
                        documents.stream()
                                .map(each -> new ReplaceOneModel<>(
                                        Filters.and(
                                                Filters.eq("_id", each.get("_id")),
                                                Filters.lte("under", each.getInteger("under"))),
                                        each,
                                        new ReplaceOptions().upsert(true)))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (!Durable.areDuplicates(e)) {
                    throw e;
                }
            }
        }
    }

    private static Document document(Place place, String fact, int under, byte[] sealed) {
        return new Document("_id", place.prefix() + fact).append("under", under).append("sealed", new Binary(sealed));
    }

    /** All but these: what was kept as a month before, or stays no more. What is sealed under newer keys is a later erasure's. */
    void keepOnly(Place place, Collection<String> facts, int under) {
        List<String> names = facts.stream().map(fact -> place.prefix() + fact).toList();
        kept.deleteMany(Filters.and(starting(place.prefix()), Filters.nin("_id", names), Filters.lte("under", under)));
    }

    /** The person or the month has gone. */
    void keepNothing(Place place) {
        kept.deleteMany(starting(place.prefix()));
    }

    void remove(SubjectId subject) {
        kept.deleteMany(starting(subject.toString() + '/'));
    }

    private static byte[] sealed(Aead sealing, byte[] key, Place place) {
        try {
            return sealing.encrypt(key, about(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    static byte[] key(Aead sealing, Binary sealed, Place place) {
        try {
            return sealing.decrypt(sealed.getData(), about(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept key was altered", e);
        }
    }

    private static byte[] about(Place place) {
        return place.prefix().getBytes(StandardCharsets.UTF_8);
    }
}
