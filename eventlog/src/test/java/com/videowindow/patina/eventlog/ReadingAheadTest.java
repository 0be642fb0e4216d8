package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.videowindow.patina.eventlog.Commit.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers cost the server, the memory and the writers. */
class ReadingAheadTest {
    private static final int MB = 1 << 20;

    /** Each block as large as its commit, none kept in memory. */
    private static EventLogSettings forgetful() {
        EventLogSettings usual = EventLogSettings.DEFAULTS;
        return new EventLogSettings(
                1,
                usual.blockBytes(),
                Duration.ZERO,
                usual.queue(),
                usual.queueBytes(),
                Duration.ofSeconds(10),
                usual.poll(),
                usual.readAhead(),
                0,
                usual.claimTimeout(),
                null);
    }

    private static void store(BareLog log, String stream, int count, int bytes) {
        assertThat(log.store(Made.events(stream, count, bytes))).allMatch(Outcome.Landed.class::isInstance);
    }

    private static List<Long> read(BlockStream reader, int count) throws InterruptedException {
        List<Long> read = new ArrayList<>();
        while (read.size() < count && reader.hasNextAvailable(10, TimeUnit.SECONDS)) {
            read.add(((GlobalSequenceTrackingToken) reader.nextAvailable().trackingToken()).getGlobalIndex());
        }
        return read;
    }

    @Test
    void blocks_as_large_as_can_be_are_read(@TempDir Path folder) throws Exception {
        try (BareLog log = new BareLog(folder, forgetful(), new NobodyAsks())) {
            for (int i = 0; i < 5; i++) {
                store(log, "large/" + i, 1, 14 * MB);
            }

            assertThat(log.blocks().head().number()).isEqualTo(4);
            assertThat(log.blocks().find(List.of(0L, 1L, 2L, 3L, 4L))).hasSize(5);
            log.tail().refreshedHead();
            assertThat(log.tail().read(0)).hasSize(1);
            try (BlockStream reader = log.reader(32)) {
                assertThat(read(reader, 5)).hasSize(5).isSorted();
            }
        }
    }

    @Test
    void a_reader_that_stands_still_has_little_ahead_and_reads_all_when_it_goes_on(@TempDir Path folder)
            throws Exception {
        try (BareLog log = new BareLog(folder, forgetful(), new NobodyAsks())) {
            store(log, "a", 10, 3 * MB);
            log.tail().refreshedHead();
            int before = log.questions();
            try (BlockStream reader = log.reader(32)) {
                assertThat(reader.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
                // one reading that it looks at, one that is ahead
                await().during(Duration.ofMillis(300)).until(() -> log.questions() - before <= 2);

                assertThat(read(reader, 10)).hasSize(10).isSorted();
            }
        }
    }

    @Test
    void a_reader_that_stands_still_holds_no_writer(@TempDir Path folder) throws Exception {
        try (BareLog log = new BareLog(folder, forgetful(), Clockwork.SYSTEM);
                BlockStream reader = log.reader(2)) {
            store(log, "a", 1, 100);
            assertThat(reader.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();

            store(log, "b", 100, 100);

            assertThat(read(reader, 101)).hasSize(101).isSorted();
        }
    }

    @Test
    void ten_readers_of_the_newest_blocks_cost_one_reading(@TempDir Path folder) throws Exception {
        try (BareLog log = new BareLog(folder, EventLogSettings.DEFAULTS, new NobodyAsks())) {
            List<BlockStream> readers =
                    IntStream.range(0, 10).mapToObj(i -> log.reader(32)).toList();
            store(log, "a", 500, 100);
            int before = log.questions();

            log.tail().refreshedHead();

            for (BlockStream reader : readers) {
                assertThat(read(reader, 500)).hasSize(500).isSorted();
                reader.close();
            }
            assertThat(log.questions() - before).isOne();
        }
    }

    @Test
    void who_waits_for_others_asks_seldom_when_nobody_writes(@TempDir Path folder) {
        try (BareLog log = new BareLog(folder, EventLogSettings.DEFAULTS, Clockwork.SYSTEM)) {
            int before = log.questions();
            long since = System.nanoTime();
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            int asked = log.questions() - before;
            long spent = System.nanoTime() - since;

            // a few at first, each twice as late as the one before
            long most = 5 + spent / EventLogSettings.DEFAULTS.poll().toNanos();
            assertThat(asked).isPositive().isLessThanOrEqualTo((int) most);
        }
    }
}
