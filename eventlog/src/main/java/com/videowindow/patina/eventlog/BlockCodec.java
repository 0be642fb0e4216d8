package com.videowindow.patina.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Blocks as BSON, without a document in between. Events whose key is not wanted are skipped unread: a stream is scattered
 * over blocks of mostly other streams.
 */
final class BlockCodec implements Codec<Block> {
    private final LoggedEventCodec events = new LoggedEventCodec();
    private final Predicate<String> wanted;

    BlockCodec(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    @Override
    public Class<Block> getEncoderClass() {
        return Block.class;
    }

    @Override
    public void encode(BsonWriter out, Block block, EncoderContext context) {
        out.writeStartDocument();
        out.writeInt64("_id", block.number());
        out.writeDateTime("at", block.at());
        out.writeInt64("total", block.total());
        out.writeBinaryData("prev", new BsonBinary(block.prev().bytes()));
        out.writeBinaryData("root", new BsonBinary(block.root().bytes()));
        if (block.milestone() != null) {
            encode(out, block.milestone());
        }
        out.writeBinaryData("hash", new BsonBinary(block.hash().bytes()));
        out.writeString("writer", block.writer());
        out.writeStartArray("keys");
        block.events().forEach(event -> out.writeString(event.key()));
        out.writeEndArray();
        out.writeStartArray("events");
        block.events().forEach(event -> events.encode(out, event));
        out.writeEndArray();
        out.writeEndDocument();
    }

    private static void encode(BsonWriter out, Block.Milestone milestone) {
        out.writeStartArray("frontier");
        milestone.frontier().forEach(hash -> out.writeBinaryData(new BsonBinary(hash.bytes())));
        out.writeEndArray();
        out.writeStartDocument("types");
        milestone.types().forEach(out::writeInt64);
        out.writeEndDocument();
    }

    @Override
    public Block decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        long number = in.readInt64("_id");
        long at = in.readDateTime("at");
        long total = in.readInt64("total");
        Hash prev = hash(in, "prev");
        Hash root = hash(in, "root");
        in.readBsonType();
        String name = in.readName();
        Block.Milestone milestone = null;
        if (name.equals("frontier")) {
            milestone = milestone(in);
            name = in.readName();
        }
        Hash hash = Hash.of(in.readBinaryData().getData());
        String writer = in.readString("writer");
        List<String> keys = keys(in);
        List<LoggedEvent> found = events(in, keys);
        in.readEndDocument();
        return new Block(number, at, total, prev, root, milestone, hash, writer, found);
    }

    private static Hash hash(BsonReader in, String name) {
        return Hash.of(in.readBinaryData(name).getData());
    }

    private static Block.Milestone milestone(BsonReader in) {
        List<Hash> frontier = new ArrayList<>();
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            frontier.add(Hash.of(in.readBinaryData().getData()));
        }
        in.readEndArray();
        SortedMap<String, Long> types = new TreeMap<>();
        in.readName("types");
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            types.put(in.readName(), in.readInt64());
        }
        in.readEndDocument();
        in.readBsonType();
        return new Block.Milestone(frontier, types);
    }

    private static List<String> keys(BsonReader in) {
        List<String> keys = new ArrayList<>();
        in.readName("keys");
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            keys.add(in.readString());
        }
        in.readEndArray();
        return keys;
    }

    private List<LoggedEvent> events(BsonReader in, List<String> keys) {
        List<LoggedEvent> found = new ArrayList<>();
        in.readName("events");
        in.readStartArray();
        for (int i = 0; in.readBsonType() != BsonType.END_OF_DOCUMENT; i++) {
            if (wanted.test(keys.get(i))) {
                found.add(events.decode(in, keys.get(i)));
            } else {
                in.skipValue();
            }
        }
        in.readEndArray();
        return found;
    }
}
