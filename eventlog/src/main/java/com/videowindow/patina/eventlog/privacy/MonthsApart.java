package com.videowindow.patina.eventlog.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.retention.RetentionPeriod;
import com.videowindow.patina.eventlog.Durable;
import com.videowindow.patina.eventlog.privacy.NamedSecrets.Secret;
import com.videowindow.patina.eventlog.privacy.PayloadKeys.Use;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * Months that ended for everybody but for whom a legal reason keeps everything. Each of these people is given a secret of
 * their own in the place of the month's, named after both, and under what follows from it and from theirs their keys of
 * that month rest, sealed. So they go with the person, and with the end of that one secret once nothing holds them; and
 * nobody else's facts can be read by them.
 *
 * <p>A person is set apart before the month's secret is destroyed, and never after, so that whoever finds the month ended
 * finds all of them.
 */
final class MonthsApart {
    private static final int REMEMBERED = 1_000;

    private final MongoCollection<Document> months;
    private final NamedSecrets secrets;
    private final Cache<RetentionPeriod, Map<SubjectId, Own>> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(RememberedSecrets.ASK_AGAIN)
            .build();

    /**
     * What one of them has of a month.
     *
     * @param keys by generation, each sealed under what follows from the secret and that generation of the person's
     */
    record Own(String name, Binary secret, Map<Integer, Binary> keys) {

        /** The key of a generation that came after the month's end follows from the secret itself. */
        byte[] key(PersonSecret.Part part) {
            byte[] mine = Owners.secret(part, secret);
            Binary sealed = keys.get(part.generation());
            if (sealed == null) {
                return mine;
            }
            try {
                return new AesGcm(mine).decrypt(sealed.getData(), MonthApartName.about(name));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a month that was set apart was altered", e);
            }
        }
    }

    MonthsApart(MongoDatabase keys, NamedSecrets secrets) {
        this.months = of(keys);
        this.secrets = secrets;
    }

    static MongoCollection<Document> of(MongoDatabase keys) {
        return Durable.collection(keys, "apart");
    }

    /** Whose facts of a month that has ended can be read; remembered for a moment. */
    Map<SubjectId, Own> of(RetentionPeriod period) {
        return known.get(
                period,
                ended -> PayloadKeys.available(() -> live(Filters.regex("_id", "^" + MonthApartName.of(ended)))));
    }

    private Map<SubjectId, Own> live(Bson which) {
        Map<String, Document> found = new HashMap<>();
        months.find(which).forEach(stored -> found.put(stored.getString("_id"), stored));
        Map<SubjectId, Own> live = new HashMap<>();
        secrets.find(found.keySet()).forEach((name, secret) -> {
            Document stored = found.get(name);
            if (stored != null && secret instanceof Secret.Live one) {
                live.put(MonthApartName.parsed(name).subject(), new Own(name, one.bytes(), keys(stored)));
            }
        });
        return live;
    }

    private static Map<Integer, Binary> keys(Document stored) {
        Map<Integer, Binary> keys = new HashMap<>();
        stored.get("keys", Document.class)
                .forEach((generation, key) -> keys.put(Integer.valueOf(generation), (Binary) key));
        return keys;
    }

    /** All that can be read. */
    Set<Use> all() {
        List<String> names =
                months.find().map(stored -> stored.getString("_id")).into(new ArrayList<>());
        return secrets.find(names).entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Secret.Live)
                .map(entry -> MonthApartName.parsed(entry.getKey()))
                .collect(Collectors.toSet());
    }

    /** Keeps these keys of the month, by generation of the person's. What was once ended stays ended. */
    void set(Use use, Map<PersonSecret.Part, byte[]> keys) {
        String name = MonthApartName.of(use);
        Secret own = secrets.findOrMake(List.of(name), made -> Randomness.bytes(PersonSecret.BYTES))
                .get(name);
        if (own instanceof Secret.Live live) {
            keys.forEach((part, key) -> months.updateOne(
                    Filters.eq("_id", name),
                    Updates.set("keys." + part.generation(), rest(Owners.secret(part, live.bytes()), key, name)),
                    new UpdateOptions().upsert(true)));
        }
    }

    private static Binary rest(byte[] under, byte[] key, String name) {
        try {
            return new Binary(new AesGcm(under).encrypt(key, MonthApartName.about(name)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    void end(Collection<Use> ended, Instant at) {
        secrets.destroy(ended.stream().map(MonthApartName::of).toList(), at);
        forget();
    }

    /** Of these periods, what was ended; what is left of it in the store opens nothing any more. */
    List<String> ended(Collection<RetentionPeriod> periods) {
        List<String> names =
                months.find().map(stored -> stored.getString("_id")).into(new ArrayList<>());
        Map<String, Secret> found = secrets.find(names);
        return names.stream()
                .filter(name -> periods.contains(MonthApartName.parsed(name).period())
                        && !(found.get(name) instanceof Secret.Live))
                .toList();
    }

    void remove(Collection<String> names) {
        months.deleteMany(Filters.in("_id", names));
    }

    /** Their person has gone, without whose secret these open nothing. */
    void remove(SubjectId subject) {
        List<String> names = months.find(Filters.regex("_id", "/" + subject + "$"))
                .map(stored -> stored.getString("_id"))
                .into(new ArrayList<>());
        secrets.remove(names);
        remove(names);
        forget();
    }

    void forget() {
        known.invalidateAll();
    }
}
