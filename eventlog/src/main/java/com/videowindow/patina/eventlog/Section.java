package com.videowindow.patina.eventlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * What is kept of 4,096 consecutive events, so that a proof need not read them: derived from the blocks, and never
 * trusted, since whatever is made of it must lead to a root that was signed.
 *
 * @param number of the section
 * @param groups roots of its 16 groups of 256 leaves
 * @param blocks that hold the first event of each group
 * @param next block that holds the first event after it
 * @param ids hash codes of the events' ids, in order
 */
record Section(long number, List<Hash> groups, List<Long> blocks, long next, List<Integer> ids) {
    static final int GROUP_LEVEL = 8;
    static final int LEVEL = 12;
    static final int GROUP = 1 << GROUP_LEVEL;
    static final int SIZE = 1 << LEVEL;

    /** A few blocks from this one on. */
    record Span(long block, int blocks) {}

    Hash root() {
        return Tree.EMPTY.plus(groups).root();
    }

    /** How many blocks a group is scattered over. */
    int width(int group) {
        long after = group + 1 < blocks.size() ? blocks.get(group + 1) : next;
        return (int) (after - blocks.get(group)) + 1;
    }

    /** Where an id with this hash code may be. */
    List<Span> suspects(int code) {
        return IntStream.range(0, ids.size())
                .filter(i -> ids.get(i) == code)
                .map(i -> i >> GROUP_LEVEL)
                .distinct()
                .mapToObj(group -> new Span(blocks.get(group), width(group)))
                .toList();
    }

    Document document() {
        ByteBuffer hashes = ByteBuffer.allocate(groups.size() * Hash.LENGTH);
        groups.forEach(group -> hashes.put(group.bytes()));
        ByteBuffer codes = ByteBuffer.allocate(ids.size() * Integer.BYTES);
        ids.forEach(codes::putInt);
        return new Document("_id", number)
                .append("groups", new Binary(hashes.array()))
                .append("blocks", blocks)
                .append("next", next)
                .append("ids", new Binary(codes.array()));
    }

    static Section of(Document document) {
        ByteBuffer hashes = ByteBuffer.wrap(document.get("groups", Binary.class).getData());
        List<Hash> groups = new ArrayList<>();
        while (hashes.remaining() >= Hash.LENGTH) {
            byte[] hash = new byte[Hash.LENGTH];
            hashes.get(hash);
            groups.add(Hash.of(hash));
        }
        ByteBuffer codes = ByteBuffer.wrap(document.get("ids", Binary.class).getData());
        return new Section(
                document.getLong("_id"),
                groups,
                document.getList("blocks", Long.class),
                document.getLong("next"),
                IntStream.range(0, codes.remaining() / Integer.BYTES)
                        .mapToObj(i -> codes.getInt(i * Integer.BYTES))
                        .toList());
    }
}
