package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.Moment;
import com.videowindow.patina.domain.audit.PastEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Finds moments and single events by questions of an index alone: a time by bisection over blocks, whose times never fall;
 * a stream by its keys. Events are read with their whole block, so that it costs what the blocks cost that they lie in.
 */
final class StoredPast implements PastEvents {
    private static final int AT_ONCE = 64;

    private final BlockStore blocks;
    private final EventMapping mapping;

    StoredPast(BlockStore blocks, EventMapping mapping) {
        this.blocks = blocks;
        this.mapping = mapping;
    }

    @Override
    public Optional<Moment> at(LogPosition position) {
        return LogAccess.available(() -> blocks.find(List.of(position.block())).stream()
                .filter(block -> position.offset() < block.events().size())
                .findFirst()
                .map(block -> new Moment(position, Instant.ofEpochMilli(latest(block, position.offset())))));
    }

    /** The latest time of an event up to and with this one of the block. */
    private long latest(Block block, int offset) {
        long before = block.number() == 0 ? Long.MIN_VALUE : blocks.timeOf(block.number() - 1);
        return block.events().subList(0, offset + 1).stream()
                .mapToLong(LoggedEvent::at)
                .reduce(before, Math::max);
    }

    @Override
    public Moment at(Instant time) {
        return new Moment(LogAccess.available(() -> before(time.toEpochMilli() + 1)), time);
    }

    /** The position of the last event before the first that is not earlier than this. */
    private LogPosition before(long tooLate) {
        long first = blocks.firstAt(tooLate, blocks.last());
        Map<Long, Block> around = new TreeMap<>();
        blocks.find(List.of(first - 1, first)).forEach(block -> around.put(block.number(), block));
        Block block = around.get(first);
        int early = block == null
                ? 0
                : (int) block.events().stream()
                        .takeWhile(event -> event.at() < tooLate)
                        .count();
        if (block != null && early > 0) {
            return block.position(early - 1);
        }
        Block whole = around.get(first - 1);
        return whole == null ? LogPosition.START : whole.last();
    }

    @Override
    public SortedMap<LogPosition, DomainEvent> stream(String name) {
        Set<LogPosition> positions = new HashSet<>();
        Map<String, LogPosition> some;
        long next = 0;
        do {
            List<String> keys = LongStream.range(next, next + AT_ONCE)
                    .mapToObj(sequence -> EventKey.text(name, sequence))
                    .toList();
            some = LogAccess.available(() -> blocks.positions(keys));
            positions.addAll(some.values());
            next += AT_ONCE;
        } while (some.size() == AT_ONCE);
        return at(positions);
    }

    @Override
    public SortedMap<LogPosition, DomainEvent> at(Collection<LogPosition> positions) {
        Set<LogPosition> wanted = Set.copyOf(positions);
        List<Long> numbers =
                wanted.stream().map(LogPosition::block).distinct().sorted().toList();
        SortedMap<LogPosition, DomainEvent> found = new TreeMap<>();
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE));
            for (Block block : LogAccess.available(() -> blocks.find(some))) {
                mapping.tracked(block).forEach(message -> keep(message, wanted, found));
            }
        }
        return found;
    }

    private static void keep(
            TrackedEventMessage<?> message, Set<LogPosition> wanted, SortedMap<LogPosition, DomainEvent> found) {
        LogPosition position =
                new LogPosition(((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex());
        if (wanted.contains(position) && message.getPayload() instanceof DomainEvent event) {
            found.put(position, event);
        }
    }
}
