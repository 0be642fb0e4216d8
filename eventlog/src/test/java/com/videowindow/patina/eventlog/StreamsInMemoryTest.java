package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.People.ANNA;
import static com.videowindow.patina.eventlog.People.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short streams are kept in memory; what other nodes add to them is seen all the same. */
class StreamsInMemoryTest {
    private static final String SHELF = "shelf/1";

    @Test
    void a_stream_that_was_read_before_shows_what_another_node_added(@TempDir Path folder) {
        try (OpenLog open = OpenLog.in(folder);
                EventLog other = open.another(EventLog.Parts.standard())) {
            for (long sequence = 0; sequence < 70; sequence++) {
                EventLog writer = sequence % 3 == 0 ? other : open.log();
                writer.storageEngine().appendEvents(event(sequence));

                assertThat(sequences(open.log(), 0)).containsExactlyElementsOf(until(sequence));
                assertThat(sequences(other, 0)).containsExactlyElementsOf(until(sequence));
            }
            assertThat(sequences(open.log(), 68)).containsExactly(68L, 69L);
        }
    }

    @Test
    void a_stream_in_memory_is_read_from_any_event_on(@TempDir Path folder) {
        try (OpenLog open = OpenLog.in(folder)) {
            open.log().storageEngine().appendEvents(event(0), event(1), event(2));

            assertThat(sequences(open.log(), 0)).containsExactly(0L, 1L, 2L);
            assertThat(sequences(open.log(), 2)).containsExactly(2L);
            assertThat(sequences(open.log(), 3)).isEmpty();
            assertThat(sequences(open.log(), 9)).isEmpty();
        }
    }

    private static DomainEventMessage<?> event(long sequence) {
        return new GenericDomainEventMessage<>("shelf", SHELF, sequence, viewed(ANNA, "m" + sequence));
    }

    private static List<Long> sequences(EventLog log, long first) {
        return log.storageEngine()
                .readEvents(SHELF, first)
                .asStream()
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    private static List<Long> until(long sequence) {
        return LongStream.rangeClosed(0, sequence).boxed().toList();
    }
}
