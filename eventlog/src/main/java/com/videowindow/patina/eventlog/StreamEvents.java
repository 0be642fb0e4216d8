package com.videowindow.patina.eventlog;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The events of one stream, asked for by their exact keys, 64 at a time: an index look-up on every server, however large
 * the log is. Sequences have no gaps, so a short answer is the end.
 */
final class StreamEvents {
    private static final int AT_ONCE = 64;

    private StreamEvents() {}

    static Stream<LoggedEvent> of(Blocks blocks, String stream, long first) {
        return Stream.iterate(
                        batch(blocks, stream, first),
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < AT_ONCE
                                ? List.of()
                                : batch(blocks, stream, sequence(batch.getLast()) + 1))
                .flatMap(List::stream);
    }

    private static List<LoggedEvent> batch(Blocks blocks, String stream, long first) {
        Set<String> keys = new HashSet<>();
        for (long sequence = first; sequence < first + AT_ONCE; sequence++) {
            keys.add(EventKey.text(stream, sequence));
        }
        return LogAccess.available(() -> blocks.events(keys)).stream()
                .sorted(Comparator.comparingLong(StreamEvents::sequence))
                .toList();
    }

    private static long sequence(LoggedEvent event) {
        return EventKey.parse(event.key()).sequence();
    }
}
