package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The end of the chain: all that must be known to add a block or to check the next one. Immutable, so that a block that
 * lost the race for its place costs nothing to forget.
 *
 * @param last position of the newest event
 * @param types events by stored name
 */
record Head(LogPosition last, long at, Hash hash, Tree tree, SortedMap<String, Long> types) {
    static final Head EMPTY = new Head(LogPosition.START, 0, Hash.ZERO, Tree.EMPTY, Collections.emptySortedMap());

    LogEnd end() {
        return new LogEnd(last, tree.size(), Instant.ofEpochMilli(at));
    }

    /** A block that would be the next, and the head it would make. */
    record Sealed(Block block, Head head) {}

    /** Of the newest block, -1 when there is none. */
    long number() {
        return last.block();
    }

    Sealed seal(List<LoggedEvent> events, String writer) {
        long next = number() + 1;
        long time = events.stream().mapToLong(LoggedEvent::at).reduce(at, Math::max);
        Tree grown = tree.plus(events.stream().map(LoggedEvent::leaf).toList());
        Hash root = grown.root();
        Hash sealed = Hash.sha256(hash.bytes(), root.bytes(), header(next, time, tree.size(), events.size(), writer));
        Head head = new Head(LogPosition.of(next, events.size() - 1), time, sealed, grown, counted(events));
        Block.Milestone milestone =
                next % Block.MILESTONE_EVERY == 0 ? new Block.Milestone(grown.frontier(), head.types) : null;
        return new Sealed(new Block(next, time, tree.size(), hash, root, milestone, sealed, writer, events), head);
    }

    private static byte[] header(long number, long at, long total, int count, String writer) {
        byte[] name = writer.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(28 + name.length)
                .putLong(number)
                .putLong(at)
                .putLong(total)
                .putInt(count)
                .put(name)
                .array();
    }

    private SortedMap<String, Long> counted(List<LoggedEvent> events) {
        SortedMap<String, Long> counts = new TreeMap<>(types);
        events.forEach(event -> counts.merge(event.type(), 1L, Long::sum));
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Checks a stored block by making it again. @throws BrokenChain when that gives another one */
    Head after(Block block) {
        requireLeaves(block);
        return linked(block);
    }

    /** What a block's events say makes their leaves: most of the work, and for each block alone. */
    static void requireLeaves(Block block) {
        for (LoggedEvent event : block.events()) {
            require(block, event.leaf().equals(event.computedLeaf()), "event " + event.key() + " was changed");
        }
    }

    /** The rest of the check, for whoever has seen to the leaves. */
    Head linked(Block block) {
        require(block, block.number() == number() + 1, "it does not follow block " + number());
        require(block, block.prev().equals(hash), "it was not written after the block before it");
        Sealed again = seal(block.events(), block.writer());
        require(block, block.total() == again.block.total(), "it counts other events before it");
        require(block, block.at() == again.block.at(), "its time is not that of its events");
        require(block, block.root().equals(again.block.root()), "its events are not those of its tree");
        require(block, block.hash().equals(again.block.hash()), "its hash does not match what it says");
        require(block, Objects.equals(block.milestone(), again.block.milestone()), "its milestone is wrong");
        return again.head;
    }

    /** The head at a block that keeps a milestone. */
    static Head at(Block block) {
        Block.Milestone milestone = block.milestone();
        if (milestone == null) {
            throw new BrokenChain(block.number(), "its milestone is missing");
        }
        Tree tree = new Tree(block.total() + block.events().size(), milestone.frontier());
        require(block, tree.root().equals(block.root()), "its milestone does not make its root");
        return new Head(block.last(), block.at(), block.hash(), tree, milestone.types());
    }

    private static void require(Block block, boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenChain(block.number(), otherwise);
        }
    }
}
