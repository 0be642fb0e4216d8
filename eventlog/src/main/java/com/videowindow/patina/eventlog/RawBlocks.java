package com.videowindow.patina.eventlog;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.BsonBinaryWriter;
import org.bson.ByteBufNIO;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;

/** The blocks as the server has them, byte for byte, for those who check them; writes nothing. */
final class RawBlocks {
    static final int AT_ONCE = 64;

    private static final BlockCodec CODEC = new BlockCodec(key -> true);

    private final MongoCollection<Document> documents;
    private final MongoCollection<RawBsonDocument> raw;

    /** The end of the chain as it says of itself. */
    record End(long block, long size, Hash root) {}

    /** What a block adds to the tree, without what it says. */
    record Leaves(long block, long total, List<Hash> leaves, List<String> ids) {}

    RawBlocks(MongoDatabase database) {
        documents = database.getCollection("blocks")
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY);
        raw = documents.withDocumentClass(RawBsonDocument.class);
    }

    /** Of the blocks with these numbers those that are there, in order. */
    List<RawBsonDocument> read(long from) {
        List<RawBsonDocument> found = look(from);
        // One look is no snapshot: while it goes on, a block and the one before it may land to its left and its right.
        return isGapless(found, from) ? found : look(from);
    }

    private static boolean isGapless(List<RawBsonDocument> found, long from) {
        return found.isEmpty() || number(found.getLast()) == from + found.size() - 1;
    }

    private List<RawBsonDocument> look(long from) {
        List<RawBsonDocument> found = raw.find(Filters.in("_id", numbers(from, AT_ONCE)))
                .batchSize(AT_ONCE)
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(RawBlocks::number));
        return found;
    }

    private static long number(RawBsonDocument block) {
        return block.getNumber("_id").longValue();
    }

    private static List<Long> numbers(long from, int count) {
        return LongStream.range(from, from + count).boxed().toList();
    }

    /**
     * Reads a block strictly: written again it must give the same bytes, so that no bit of it is without a meaning.
     *
     * @throws BrokenChain when it is not a block as we write them
     */
    static Block block(long expected, RawBsonDocument document) {
        try {
            Shape.require(document.getByteBuffer().asNIO());
            if (document.getNumber("_id").longValue() != expected) {
                throw new BrokenChain(expected, "it is missing, although blocks after it are there");
            }
            Block block = document.decode(CODEC);
            if (block.events().isEmpty()) {
                throw new BrokenChain(expected, "it has no events");
            }
            if (!isWritten(block, document)) {
                throw new BrokenChain(expected, "it was not written in this form");
            }
            return block;
        } catch (BrokenChain e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BrokenChain(expected, "it cannot be read: " + e.getMessage());
        }
    }

    private static boolean isWritten(Block block, RawBsonDocument document) {
        try (BasicOutputBuffer again =
                        new BasicOutputBuffer(document.getByteBuffer().remaining());
                BsonBinaryWriter writer = new BsonBinaryWriter(again)) {
            CODEC.encode(writer, block, EncoderContext.builder().build());
            return new ByteBufNIO(ByteBuffer.wrap(again.getInternalBuffer(), 0, again.getSize()))
                    .asNIO()
                    .equals(document.getByteBuffer().asNIO());
        }
    }

    Optional<Block> block(long number) {
        return document(number).map(found -> block(number, found));
    }

    /** The same, unchecked. */
    Optional<RawBsonDocument> document(long number) {
        return Optional.ofNullable(raw.find(Filters.eq("_id", number)).first());
    }

    /** What the blocks from this one on add to the tree; none after a gap. */
    List<Leaves> leaves(long from, int atMost) {
        List<Leaves> found = documents
                .find(Filters.in("_id", numbers(from, atMost)))
                .projection(Projections.include("total", "events.leaf", "events.id"))
                .batchSize(atMost)
                .map(RawBlocks::leaves)
                .into(new ArrayList<>());
        found.sort(Comparator.comparingLong(Leaves::block));
        int gapless = 0;
        while (gapless < found.size() && found.get(gapless).block() == from + gapless) {
            gapless++;
        }
        return found.subList(0, gapless);
    }

    private static Leaves leaves(Document block) {
        List<Document> events = block.getList("events", Document.class);
        return new Leaves(
                block.getLong("_id"),
                block.getLong("total"),
                events.stream()
                        .map(event -> Hash.of(event.get("leaf", Binary.class).getData()))
                        .toList(),
                events.stream().map(event -> event.getString("id")).toList());
    }

    /** How many there are, whatever their numbers. */
    long count() {
        return documents.countDocuments();
    }

    Optional<End> end() {
        long last = LastOf.sequence(this::existing);
        return Optional.ofNullable(documents
                        .find(Filters.eq("_id", last))
                        .projection(Projections.include("total", "root", "keys"))
                        .first())
                .map(block -> end(last, block));
    }

    private static End end(long last, Document block) {
        try {
            return new End(
                    last,
                    block.getLong("total") + block.getList("keys", String.class).size(),
                    Hash.of(block.get("root", Binary.class).getData()));
        } catch (NullPointerException | ClassCastException | IllegalArgumentException e) {
            throw new BrokenChain(last, "it cannot be read: " + e.getMessage());
        }
    }

    private Set<Long> existing(List<Long> numbers) {
        return documents
                .find(Filters.in("_id", numbers))
                .projection(Projections.include("_id"))
                .map(block -> block.getLong("_id"))
                .into(new HashSet<>());
    }

    /** The block that holds an event with this key. */
    Optional<Long> holding(String key) {
        return Optional.ofNullable(documents
                        .find(Filters.in("keys", Set.of(key)))
                        .projection(Projections.include("_id"))
                        .first())
                .map(block -> block.getLong("_id"));
    }
}
