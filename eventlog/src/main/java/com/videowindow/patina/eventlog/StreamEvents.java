package com.videowindow.patina.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The events of one stream, asked for by their exact keys, 64 at a time: an index look-up on every server, however large
 * the log is. Sequences have no gaps, so a short answer is the end; what an answer has behind a gap was stored while the
 * server looked, and is left for the next reading. What stands in the log never changes, so short streams are kept in
 * memory and only the key behind their last event is asked for, which seldom exists: what would have read whole blocks is
 * one look-up in an index, and as fresh.
 */
final class StreamEvents {
    private static final int AT_ONCE = 64;

    private final BlockStore blocks;
    private final Cache<String, List<LoggedEvent>> known;

    StreamEvents(BlockStore blocks, long cacheBytes) {
        this.blocks = blocks;
        this.known = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .executor(Runnable::run)
                .weigher((String stream, List<LoggedEvent> events) -> weight(events))
                .build();
    }

    private static int weight(List<LoggedEvent> events) {
        return LogTail.OBJECT_WEIGHT
                * (64 + events.stream().mapToInt(LoggedEvent::size).sum());
    }

    Stream<LoggedEvent> of(String stream, long first) {
        List<LoggedEvent> before = known.getIfPresent(stream);
        if (before != null) {
            return grown(stream, before).stream().skip(first);
        }
        List<LoggedEvent> found = batch(stream, first, AT_ONCE);
        if (first == 0 && !found.isEmpty() && found.size() < AT_ONCE) {
            known.put(stream, found);
        }
        return from(stream, found);
    }

    /** Whether all of it is in memory, so that nothing is saved by a snapshot. */
    boolean isKnown(String stream) {
        return known.getIfPresent(stream) != null;
    }

    private List<LoggedEvent> grown(String stream, List<LoggedEvent> before) {
        if (batch(stream, before.size(), 1).isEmpty()) {
            return before;
        }
        List<LoggedEvent> all = new ArrayList<>(before);
        from(stream, batch(stream, before.size(), AT_ONCE)).forEach(all::add);
        if (all.size() < AT_ONCE) {
            known.put(stream, List.copyOf(all));
        } else {
            known.invalidate(stream);
        }
        return all;
    }

    private Stream<LoggedEvent> from(String stream, List<LoggedEvent> found) {
        return Stream.iterate(
                        found,
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < AT_ONCE
                                ? List.of()
                                : batch(stream, sequence(batch.getLast()) + 1, AT_ONCE))
                .flatMap(List::stream);
    }

    private List<LoggedEvent> batch(String stream, long first, int atMost) {
        Set<String> keys = new HashSet<>();
        for (long sequence = first; sequence < first + atMost; sequence++) {
            keys.add(EventKey.text(stream, sequence));
        }
        Map<Long, LoggedEvent> found = new HashMap<>();
        LogAccess.available(() -> blocks.events(keys)).forEach(event -> found.put(sequence(event), event));
        return LongStream.range(first, first + atMost)
                .takeWhile(found::containsKey)
                .mapToObj(found::get)
                .toList();
    }

    private static long sequence(LoggedEvent event) {
        return EventKey.parse(event.key()).sequence();
    }
}
