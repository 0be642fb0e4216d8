package com.videowindow.patina.eventlog.privacy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.videowindow.patina.domain.audit.KeysUnavailable;
import com.videowindow.patina.eventlog.Durable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * The keys of shards as they rest, wrapped by the master. Whoever stores one names the bytes that it replaces: what was wrapped
 * under a master that was renewed since meets other bytes, on whichever node and however late, and is not stored.
 */
final class StoredShards {
    private final MongoCollection<Document> shards;
    /** To read: whoever acts on what may be taken back yet stores what follows behind it. */
    private final Ahead ahead;

    private final MasterKey master;

    /** A new shard, and its key as it rests. */
    record Made(Shard shard, Binary wrapped) {
        private Document document() {
            return new Document("_id", shard.number())
                    .append("generation", shard.generation())
                    .append("key", wrapped);
        }
    }

    static final class UnderAnotherMaster extends KeysUnavailable {
        private static final long serialVersionUID = 1L;

        UnderAnotherMaster(GeneralSecurityException cause) {
            super("the keys of people were wrapped under another master key than this one", cause);
        }
    }

    StoredShards(KeyPlace place, MasterKey master) {
        this.shards = place.collection("shards");
        this.ahead = place.ahead(shards);
        this.master = master;
    }

    Optional<Document> find(int number) {
        return Optional.ofNullable(
                ahead.collection().find(Filters.eq("_id", number)).first());
    }

    List<Document> all() {
        return ahead.collection().find().into(new ArrayList<>());
    }

    List<Document> find(Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : ahead.collection()
                        .find(Filters.in("_id", Set.copyOf(numbers)))
                        .into(new ArrayList<>());
    }

    /** Those that nobody else made meanwhile. */
    Map<Integer, Made> make(List<Integer> numbers) {
        Map<Integer, Made> made = new HashMap<>();
        numbers.forEach(number -> {
            byte[] key = Randomness.bytes(AesGcm.KEY_BYTES);
            made.put(number, new Made(shard(number, 1, key), wrapped(key, number, 1)));
        });
        try {
            if (!numbers.isEmpty()) {
                List<Document> documents = numbers.stream()
                        .map(number -> Objects.requireNonNull(made.get(number)).document())
                        .toList();
                shards.insertMany(documents, new InsertManyOptions().ordered(false));
            }
        } catch (MongoBulkWriteException e) {
            if (!Durable.areDuplicates(e)) {
                throw e;
            }
            e.getWriteErrors().forEach(error -> made.remove(numbers.get(error.getIndex())));
        }
        return made;
    }

    private static Shard shard(int number, int generation, byte[] key) {
        return new Shard(number, generation, new AesGcm(key));
    }

    private Binary wrapped(byte[] key, int number, int generation) {
        try {
            return new Binary(master.wrap(key, about(number, generation)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot wrap", e);
        }
    }

    Shard unwrapped(int number, int generation, Binary wrapped) {
        return shard(number, generation, key(wrapped, number, generation));
    }

    /** @throws UnderAnotherMaster when this master opens not all of it */
    Document tried(Document found) {
        key(found, "key", 0);
        if (found.containsKey("next")) {
            key(found, "next", 1);
        }
        return found;
    }

    private byte[] key(Document found, String field, int later) {
        return key(found.get(field, Binary.class), found.getInteger("_id"), found.getInteger("generation") + later);
    }

    private byte[] key(Binary wrapped, int number, int generation) {
        try {
            return master.unwrap(wrapped.getData(), about(number, generation));
        } catch (GeneralSecurityException e) {
            throw new UnderAnotherMaster(e);
        }
    }

    private static byte[] about(int number, int generation) {
        return ByteBuffer.allocate(8).putInt(number).putInt(generation).array();
    }

    private static Bson asRead(Document found) {
        return Filters.and(
                Filters.eq("_id", found.get("_id")),
                Filters.eq("key", found.get("key")),
                Filters.eq("next", found.get("next")));
    }

    /** Whether the next generation has its key now; otherwise it is to be read again. */
    boolean isNextSet(Document before) {
        int number = before.getInteger("_id");
        Binary next = wrapped(Randomness.bytes(AesGcm.KEY_BYTES), number, before.getInteger("generation") + 1);
        return shards.updateOne(asRead(before), Updates.set("next", next)).getMatchedCount() == 1;
    }

    /** This generation is the one that there is. */
    void moveOn(int number, int generation) {
        Optional<Document> found = find(number);
        while (found.isPresent() && isBefore(found.get(), generation)) {
            Document next = new Document("_id", number)
                    .append("generation", generation)
                    .append("key", found.get().get("next"));
            shards.replaceOne(asRead(found.get()), next);
            found = find(number);
        }
    }

    private static boolean isBefore(Document found, int generation) {
        return found.containsKey("next") && found.getInteger("generation") == generation - 1;
    }

    /** Before which no shard is wrapped, by the service's own numbers. */
    OptionalInt oldestVersion() {
        return all().stream()
                .flatMap(found -> Stream.of("key", "next").map(field -> found.get(field, Binary.class)))
                .filter(Objects::nonNull)
                .flatMapToInt(wrapped -> master.version(wrapped.getData()).stream())
                .min();
    }

    /** Under the newest master; makes those that were never needed too, so that nobody makes one under a former master later. */
    void wrapAgain(IntConsumer reached) {
        List<Document> open = all();
        Set<Integer> there = new HashSet<>();
        open.forEach(found -> there.add(found.getInteger("_id")));
        List<Integer> missing = IntStream.range(0, KeyShards.COUNT)
                .filter(number -> !there.contains(number))
                .boxed()
                .toList();
        Map<Integer, Made> made = make(missing);
        open.addAll(find(
                missing.stream().filter(number -> !made.containsKey(number)).toList()));
        while (!open.isEmpty()) {
            int done = KeyShards.COUNT - open.size();
            open = overtaken(open, more -> reached.accept(done + more));
        }
    }

    /** Those that somebody changed since they were read, as they are now; the others are wrapped again. */
    private List<Document> overtaken(List<Document> read, IntConsumer reached) {
        Map<Integer, Binary> wrapped = new HashMap<>();
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document found : read) {
            int number = found.getInteger("_id");
            try {
                Document again = again(found);
                wrapped.put(number, again.get("key", Binary.class));
                writes.add(new ReplaceOneModel<>(asRead(found), again));
                reached.accept(writes.size());
            } catch (UnderAnotherMaster e) {
                if (find(number).filter(found::equals).isPresent()) {
                    throw e;
                }
            }
        }
        if (!writes.isEmpty() && shards.bulkWrite(writes).getMatchedCount() == read.size()) {
            return List.of();
        }
        List<Document> now = new ArrayList<>(
                find(read.stream().map(one -> one.getInteger("_id")).toList()));
        now.removeIf(one -> Objects.equals(one.get("key"), wrapped.get(one.getInteger("_id"))));
        return now;
    }

    private Document again(Document found) {
        Document again = new Document(found);
        again.put("key", again(found, "key", 0));
        if (found.containsKey("next")) {
            again.put("next", again(found, "next", 1));
        }
        return again;
    }

    private Binary again(Document found, String field, int later) {
        int number = found.getInteger("_id");
        int generation = found.getInteger("generation") + later;
        return wrapped(key(found, field, later), number, generation);
    }
}
