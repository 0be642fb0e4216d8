package com.videowindow.patina.eventlog;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * The collection of blocks. Asks only for exact {@code _id}s and exact keys: both are index look-ups on every server,
 * while the embedded one scans for anything else. Written and read by majority, since a tail that a failover takes back
 * would leave block n+1 without n.
 */
final class Blocks implements BlockStore {
    private static final int KEYS_AT_ONCE = 1_000;

    private final MongoCollection<Document> documents;
    /** For what somebody waits for: a server that is silent is given up on in time. */
    private final MongoCollection<Document> prompt;

    private final MongoCollection<Block> whole;

    Blocks(MongoDatabase database, Duration patience) {
        documents = collection(database);
        prompt = documents.withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        whole = decoding(documents, key -> true);
    }

    static MongoCollection<Document> collection(MongoDatabase database) {
        return Durable.collection(database, "blocks");
    }

    private static MongoCollection<Block> decoding(MongoCollection<Document> documents, Predicate<String> wanted) {
        return documents
                .withDocumentClass(Block.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new BlockCodec(wanted)), documents.getCodecRegistry()));
    }

    void ensureIndexes() {
        documents.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
    }

    @Override
    public void insert(Block block) {
        whole.insertOne(block);
    }

    /** Stores them in this order; those before one that is refused stand. */
    void insertAll(List<Block> some) {
        whole.insertMany(some);
    }

    @Override
    public List<Block> find(List<Long> numbers) {
        return asked(numbers).into(new ArrayList<>());
    }

    private FindIterable<Block> asked(List<Long> numbers) {
        return whole.find(Filters.in("_id", numbers)).batchSize(numbers.size());
    }

    /** Leaves on the server what is beyond the bytes. Servers answer in order; from one that does not, all is taken. */
    @Override
    public List<Block> read(long from, int atMost, long bytes) {
        List<Block> found = new ArrayList<>();
        List<Long> numbers = LongStream.range(from, from + atMost).boxed().toList();
        long size = 0;
        try (MongoCursor<Block> each = asked(numbers).cursor()) {
            while (size < bytes && each.hasNext()) {
                Block block = each.next();
                if (block.number() != from + found.size()) {
                    break;
                }
                found.add(block);
                size += block.size();
            }
        }
        return found.isEmpty() ? BlockStore.super.read(from, atMost, bytes) : found;
    }

    @Override
    public List<LoggedEvent> events(Set<String> keys) {
        List<Block> found =
                decoding(prompt, keys::contains).find(Filters.in("keys", keys)).into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Block::number));
        return found.stream().flatMap(block -> block.events().stream()).toList();
    }

    @Override
    public Map<String, Place> places(Collection<String> keys) {
        Map<String, Place> places = new HashMap<>();
        holding(keys, List.of("keys", "events.id"), (block, offset) -> {
            Document event = block.getList("events", Document.class).get(offset);
            places.put(key(block, offset), new Place(position(block, offset), event.getString("id")));
        });
        return places;
    }

    @Override
    public Map<String, LogPosition> positions(Collection<String> keys) {
        Map<String, LogPosition> positions = new HashMap<>();
        holding(keys, List.of("keys"), (block, offset) -> positions.put(key(block, offset), position(block, offset)));
        return positions;
    }

    private void holding(Collection<String> keys, List<String> fields, ObjIntConsumer<Document> found) {
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
            Set<String> some = new HashSet<>(all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE)));
            for (Document block : prompt.find(Filters.in("keys", some)).projection(Projections.include(fields))) {
                List<String> held = block.getList("keys", String.class);
                IntStream.range(0, held.size())
                        .filter(offset -> some.contains(held.get(offset)))
                        .forEach(offset -> found.accept(block, offset));
            }
        }
    }

    private static String key(Document block, int offset) {
        return block.getList("keys", String.class).get(offset);
    }

    private static LogPosition position(Document block, int offset) {
        return LogPosition.of(block.getLong("_id"), offset);
    }

    @Override
    public Set<Long> existing(List<Long> numbers) {
        return documents
                .find(Filters.in("_id", numbers))
                .projection(Projections.include("_id"))
                .map(block -> block.getLong("_id"))
                .into(new HashSet<>());
    }

    @Override
    public long timeOf(long number) {
        Document block = documents
                .find(Filters.eq("_id", number))
                .projection(Projections.include("at"))
                .first();
        if (block == null) {
            throw missing(number);
        }
        return block.getDate("at").toInstant().toEpochMilli();
    }
}
