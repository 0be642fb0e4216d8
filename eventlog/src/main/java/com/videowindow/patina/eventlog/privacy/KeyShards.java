package com.videowindow.patina.eventlog.privacy;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.videowindow.patina.eventlog.Durable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The keys that wrap the keys of some people each, so that destroying one key for good means wrapping again those of one
 * shard and not those of everybody, and a remote master is asked for shards and never for people.
 */
final class KeyShards {
    static final int COUNT = 256;
    private static final int KEY_BYTES = 32;

    private final MongoCollection<Document> shards;
    private final MasterKey master;
    private final Map<Id, Shard> known = new ConcurrentHashMap<>();
    private final Map<Integer, Shard> recent = new ConcurrentHashMap<>();

    private record Id(int number, int generation) {}

    /** One generation of a shard's key. */
    record Shard(int number, int generation, AesGcmJce key) {
        Binary wrap(byte[] secret, String name) {
            try {
                return new Binary(key.encrypt(secret, about(name)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES-GCM", e);
            }
        }

        byte[] unwrap(Binary wrapped, String name) {
            try {
                return key.decrypt(wrapped.getData(), about(name));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a kept key was altered", e);
            }
        }

        private static byte[] about(String name) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }

    KeyShards(MongoDatabase database, MasterKey master) {
        this.shards = Durable.collection(database, "shards");
        this.master = master;
    }

    /** The ones to wrap with, as the store has them now; made where there are none. */
    Map<Integer, Shard> newest(Collection<Integer> numbers) {
        Map<Integer, Shard> found = new HashMap<>();
        shards.find(Filters.in("_id", Set.copyOf(numbers)))
                .forEach(stored -> found.put(stored.getInteger("_id"), remembered(stored)));
        numbers.forEach(number -> found.computeIfAbsent(number, this::made));
        recent.putAll(found);
        return found;
    }

    /** One that is known here, which may have turned since; asked for only where none is. */
    Shard recent(int number) {
        Shard before = recent.get(number);
        return before != null ? before : newest(number);
    }

    private Shard newest(int number) {
        return Objects.requireNonNull(newest(List.of(number)).get(number));
    }

    /** The one that wrapped this; absent when it is gone, so that nothing that it wrapped was ever used. */
    Optional<Shard> of(int number, int generation) {
        if (!known.containsKey(new Id(number, generation))) {
            Document found = document(number);
            if (found != null) {
                remembered(found);
            }
        }
        return Optional.ofNullable(known.get(new Id(number, generation)));
    }

    private @Nullable Document document(int number) {
        return shards.find(Filters.eq("_id", number)).first();
    }

    private Shard remembered(Document found) {
        int number = found.getInteger("_id");
        int generation = found.getInteger("generation");
        Shard current = remembered(number, generation, found.get("key", Binary.class));
        Binary next = found.get("next", Binary.class);
        return next == null ? current : remembered(number, generation + 1, next);
    }

    private Shard remembered(int number, int generation, Binary wrapped) {
        return known.computeIfAbsent(new Id(number, generation), id -> {
            try {
                return new Shard(number, generation, new AesGcmJce(unwrapped(wrapped, number, generation)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has AES-GCM", e);
            }
        });
    }

    private Shard made(int number) {
        return master.alone(() -> madeAlone(number));
    }

    private Shard madeAlone(int number) {
        try {
            shards.insertOne(new Document("_id", number).append("generation", 1).append("key", fresh(number, 1)));
        } catch (MongoWriteException e) {
            if (!Durable.isDuplicate(e)) {
                throw e;
            }
        }
        return remembered(Objects.requireNonNull(document(number)));
    }

    private Binary fresh(int number, int generation) {
        return wrapped(Random.randBytes(KEY_BYTES), number, generation);
    }

    private Binary wrapped(byte[] key, int number, int generation) {
        try {
            return new Binary(master.wrap(key, about(number, generation)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot wrap", e);
        }
    }

    private byte[] unwrapped(Binary wrapped, int number, int generation) {
        try {
            return master.unwrap(wrapped.getData(), about(number, generation));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the keys of people were wrapped under another master key than this one", e);
        }
    }

    private static byte[] about(int number, int generation) {
        return ByteBuffer.allocate(8).putInt(number).putInt(generation).array();
    }

    /** Whether its key is just being replaced, or was when a node died. */
    boolean isTurning(int number) {
        Document found = document(number);
        return found != null && found.containsKey("next");
    }

    /** From now on everybody wraps with the next generation, which this answers. */
    Shard turn(int number) {
        return master.alone(() -> turnAlone(number));
    }

    private Shard turnAlone(int number) {
        Shard before = newest(number);
        shards.updateOne(
                Filters.and(
                        Filters.eq("_id", number),
                        Filters.eq("generation", before.generation()),
                        Filters.exists("next", false)),
                Updates.set("next", fresh(number, before.generation() + 1)));
        return newest(number);
    }

    /** The generation before this one is gone, here and in the store. */
    void turned(Shard next) {
        int number = next.number();
        Document found = document(number);
        while (found != null && isBefore(found, next)) {
            Binary key = found.get("next", Binary.class);
            // Only over what was read: another node may wrap it under another master just now.
            shards.replaceOne(
                    Filters.and(Filters.eq("_id", number), Filters.eq("next", key)),
                    new Document("_id", number)
                            .append("generation", next.generation())
                            .append("key", key));
            found = document(number);
        }
        known.keySet().removeIf(id -> id.number() == number && id.generation() < next.generation());
        recent.remove(number);
    }

    private static boolean isBefore(Document found, Shard next) {
        return found.containsKey("next") && found.getInteger("generation") == next.generation() - 1;
    }

    /** Wraps all of them under the newest master; what was wrapped under former ones is of no use then. */
    void wrapAgain() {
        for (Document found : shards.find()) {
            boolean done = wrapAgain(found);
            while (!done) {
                done = wrapAgain(Objects.requireNonNull(document(found.getInteger("_id"))));
            }
        }
    }

    private boolean wrapAgain(Document found) {
        Document again = new Document(found);
        again.put("key", again(found, "key", 0));
        if (found.containsKey("next")) {
            again.put("next", again(found, "next", 1));
        }
        return shards.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", found.get("_id")),
                                        Filters.eq("key", found.get("key")),
                                        Filters.eq("next", found.get("next"))),
                                again)
                        .getMatchedCount()
                == 1;
    }

    private Binary again(Document found, String field, int later) {
        int number = found.getInteger("_id");
        int generation = found.getInteger("generation") + later;
        return wrapped(unwrapped(found.get(field, Binary.class), number, generation), number, generation);
    }
}
