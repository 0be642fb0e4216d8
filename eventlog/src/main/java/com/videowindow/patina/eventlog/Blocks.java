package com.videowindow.patina.eventlog;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * The collection of blocks. Asks only for exact {@code _id}s and exact keys: both are index look-ups on every server,
 * while the embedded one scans for anything else. Written and read by majority, since a tail that a failover takes back
 * would leave block n+1 without n.
 */
final class Blocks {
    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);
    private static final int KEYS_AT_ONCE = 1_000;

    private final MongoCollection<Document> documents;
    /** For what somebody waits for: a server that is silent is given up on in time. */
    private final MongoCollection<Document> prompt;

    private final MongoCollection<Block> whole;

    /** An event that stands in the log. */
    record Place(LogPosition position, String eventId) {}

    Blocks(MongoDatabase database, Duration patience) {
        documents = database.getCollection("blocks")
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(DURABLE);
        prompt = documents.withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        whole = decoding(documents, key -> true);
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

    void insert(Block block) {
        whole.insertOne(block);
    }

    static boolean isDuplicate(MongoException failure) {
        return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** The blocks from this one on without a gap, at most so many. */
    List<Block> read(long from, int atMost) {
        List<Long> numbers = LongStream.range(from, from + atMost).boxed().toList();
        List<Block> found =
                whole.find(Filters.in("_id", numbers)).batchSize(atMost).into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Block::number));
        int gapless = 0;
        while (gapless < found.size() && found.get(gapless).number() == from + gapless) {
            gapless++;
        }
        return found.subList(0, gapless);
    }

    /** The events with these keys, in the order of the log, whichever blocks they are in. */
    List<LoggedEvent> events(Set<String> keys) {
        List<Block> found =
                decoding(prompt, keys::contains).find(Filters.in("keys", keys)).into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Block::number));
        return found.stream().flatMap(block -> block.events().stream()).toList();
    }

    /** Which of these keys are taken, and by what. */
    Map<String, Place> places(Collection<String> keys) {
        Map<String, Place> places = new HashMap<>();
        holding(keys, List.of("keys", "events.id"), (block, offset) -> {
            Document event = block.getList("events", Document.class).get(offset);
            places.put(key(block, offset), new Place(position(block, offset), event.getString("id")));
        });
        return places;
    }

    /** Where those of these keys stand that are taken; cheaper than to know by what. */
    Map<String, LogPosition> positions(Collection<String> keys) {
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

    /** The newest block's number; -1 when there is none. */
    long last() {
        return LastOf.sequence(this::existing);
    }

    private Set<Long> existing(List<Long> numbers) {
        return documents
                .find(Filters.in("_id", numbers))
                .projection(Projections.include("_id"))
                .map(block -> block.getLong("_id"))
                .into(new HashSet<>());
    }

    /** The sequence of the stream's newest event; -1 when there is no such stream. */
    long lastSequence(String stream) {
        return LastOf.sequence(sequences -> existing(stream, sequences));
    }

    private Set<Long> existing(String stream, List<Long> sequences) {
        List<String> keys = sequences.stream()
                .map(sequence -> EventKey.text(stream, sequence))
                .toList();
        return positions(keys).keySet().stream()
                .map(key -> EventKey.parse(key).sequence())
                .collect(Collectors.toSet());
    }

    /** The end of the chain: from the newest milestone on at most 63 blocks are read. */
    Head head() {
        long last = last();
        if (last < 0) {
            return Head.EMPTY;
        }
        long milestone = last - last % Block.MILESTONE_EVERY;
        List<Block> blocks = read(milestone, Block.MILESTONE_EVERY);
        if (blocks.isEmpty()) {
            throw new BrokenChain(milestone, "it is missing");
        }
        Head head = Head.at(blocks.getFirst());
        for (Block block : blocks.subList(1, blocks.size())) {
            head = head.after(block);
        }
        return head;
    }

    /** The time of a block, in milliseconds since 1970. */
    long timeOf(long number) {
        Document block = documents
                .find(Filters.eq("_id", number))
                .projection(Projections.include("at"))
                .first();
        if (block == null) {
            throw new BrokenChain(number, "it is missing");
        }
        return block.getDate("at").toInstant().toEpochMilli();
    }
}
