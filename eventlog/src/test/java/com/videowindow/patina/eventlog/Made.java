package com.videowindow.patina.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.types.Binary;

/** Events that say nothing, in any size: one long number. */
final class Made {
    private Made() {}

    static LoggedEvent event(String stream, long sequence, int bytes) {
        String id = UUID.randomUUID().toString();
        Binary payload = new Binary("7".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        return LoggedEvent.of(EventKey.text(stream, sequence), id, "Made", "1", 0, "made", null, payload, null);
    }

    static LoggedEvent event(String stream, long sequence) {
        return event(stream, sequence, 100);
    }

    /** One commit for each. */
    static List<List<LoggedEvent>> events(String stream, int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(sequence -> List.of(event(stream, sequence, bytes)))
                .toList();
    }
}
