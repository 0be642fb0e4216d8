package com.videowindow.patina.eventlog;

import com.mongodb.MongoException;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the log asks of the server that keeps its blocks: questions by exact number and by exact key, and nothing else. No
 * answer needs to be of one moment: what is stored while the server looks may be in it or not, place by place.
 */
interface BlockStore {
    int WALKED_AT_ONCE = 64;

    /** An event that stands in the log. */
    record Place(LogPosition position, String eventId) {}

    /**
     * Stores it durably.
     *
     * @throws MongoException saying that it is a duplicate when its number or one of its keys is taken
     */
    void insert(Block block);

    /** Those of these blocks that exist. */
    List<Block> find(List<Long> numbers);

    /** Which of these blocks exist. */
    Set<Long> existing(List<Long> numbers);

    /** The events with these keys, in the order of the log, whichever blocks they are in. */
    List<LoggedEvent> events(Set<String> keys);

    /** Which of these keys are taken, and by what. */
    Map<String, Place> places(Collection<String> keys);

    /** Where those of these keys stand that are taken; cheaper than to know by what. */
    Map<String, LogPosition> positions(Collection<String> keys);

    /** The time of a block, in milliseconds since 1970. */
    long timeOf(long number);

    /** The blocks from this one on without a gap, at most so many. */
    default List<Block> read(long from, int atMost) {
        Map<Long, Block> found = new HashMap<>();
        find(LongStream.range(from, from + atMost).boxed().toList()).forEach(block -> found.put(block.number(), block));
        return LongStream.range(from, from + atMost)
                .takeWhile(found::containsKey)
                .mapToObj(found::get)
                .toList();
    }

    /** The same, but they end with the one by which they have so many bytes: for those who read ahead. */
    default List<Block> read(long from, int atMost, long bytes) {
        List<Block> all = read(from, atMost);
        int count = 0;
        for (long size = 0; count < all.size() && size < bytes; count++) {
            size += all.get(count).size();
        }
        return all.subList(0, count);
    }

    /** All blocks from one to another, in stretches: none is left out. */
    default void walk(long first, long last, Consumer<Block> each) {
        for (long next = first; next <= last; next += WALKED_AT_ONCE) {
            long from = next;
            int count = (int) Math.min(WALKED_AT_ONCE, last - from + 1);
            List<Block> some = LogAccess.available(() -> read(from, count));
            if (some.size() != count) {
                throw missing(from + some.size());
            }
            some.forEach(each);
        }
    }

    /** The newest block's number; -1 when there is none. */
    default long last() {
        return LastOf.sequence(this::existing);
    }

    /** The first block up to {@code last} that holds or follows an event of this time or later; {@code last + 1} if none. */
    default long firstAt(long time, long last) {
        long low = -1;
        long high = last + 1;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (timeOf(middle) < time) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The sequence of the stream's newest event; -1 when there is no such stream. */
    default long lastSequence(String stream) {
        return LastOf.sequence(sequences -> {
            List<String> keys = sequences.stream()
                    .map(sequence -> EventKey.text(stream, sequence))
                    .toList();
            return positions(keys).keySet().stream()
                    .map(key -> EventKey.parse(key).sequence())
                    .collect(Collectors.toSet());
        });
    }

    /** The end of the chain. */
    default Head head() {
        long last = last();
        return last < 0 ? Head.EMPTY : head(last);
    }

    /** The chain as it was with this block at its end: from the milestone before on at most 63 blocks are read. */
    default Head head(long number) {
        long milestone = number - number % Block.MILESTONE_EVERY;
        List<Block> blocks = read(milestone, (int) (number - milestone) + 1);
        if (blocks.isEmpty()) {
            throw missing(milestone);
        }
        Head head = Head.at(blocks.getFirst());
        for (Block block : blocks.subList(1, blocks.size())) {
            head = head.after(block);
        }
        if (head.number() < number) {
            throw missing(head.number() + 1);
        }
        return head;
    }

    /**
     * What to say of a block that was not found behind the end of the log. After a failover a server may for a while know
     * less of what is durable than the one before: only an answer that shows a later block without this one says that it
     * is lost. Two answers do not, since the second may be that server's.
     */
    default RuntimeException missing(long number) {
        long last = last();
        Set<Long> seen = last < number ? Set.of() : existing(List.of(number, last));
        return seen.contains(number) || !seen.contains(last)
                ? new LogUnavailable("the server answers with an older log than it did", null)
                : new BrokenChain(number, "it is missing");
    }
}
