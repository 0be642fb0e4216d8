package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds an event by what somebody may know of it: its position, which every answer of ours names; its stream and sequence,
 * for which there is the unique index; or its id. For ids there is no index: it would cost every append an entry, to serve
 * a question of auditors. The sections keep 32 bits of each id instead, 4 MB for a million events, read through when asked.
 */
record WhereEventsAre(RawBlocks blocks, Sections sections) {

    /** An event and its place. */
    record Found(Block block, int offset) {
        LoggedEvent event() {
            return block.events().get(offset);
        }

        long index() {
            return block.total() + offset;
        }
    }

    Optional<Found> find(String event) {
        if (event.matches("[0-9]{1,18}")) {
            return at(new LogPosition(Long.parseLong(event)));
        }
        Optional<Found> byKey = keyed(event.contains("@") ? event : EventKey.text(event, 0));
        return byKey.isPresent() || event.contains("@") ? byKey : identified(event);
    }

    Optional<Found> at(LogPosition position) {
        return blocks.block(position.block())
                .filter(block -> position.offset() < block.events().size())
                .map(block -> new Found(block, position.offset()));
    }

    private Optional<Found> keyed(String key) {
        return blocks.holding(key)
                .flatMap(blocks::block)
                .flatMap(block -> in(block, event -> event.key().equals(key)));
    }

    private Optional<Found> identified(String id) {
        blocks.end().ifPresent(end -> sections.grow(end.size()));
        List<Section.Span> suspects = sections.suspects(id);
        return suspects.stream()
                .flatMapToLong(span -> LongStream.range(span.block(), span.block() + span.blocks()))
                .mapToObj(blocks::block)
                .flatMap(Optional::stream)
                .flatMap(block -> in(block, event -> event.id().equals(id)).stream())
                .findFirst();
    }

    private static Optional<Found> in(Block block, Predicate<LoggedEvent> wanted) {
        List<LoggedEvent> events = block.events();
        return IntStream.range(0, events.size())
                .filter(offset -> wanted.test(events.get(offset)))
                .mapToObj(offset -> new Found(block, offset))
                .findFirst();
    }
}
