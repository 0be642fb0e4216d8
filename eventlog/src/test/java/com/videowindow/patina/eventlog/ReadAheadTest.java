package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Reading a log in batches, some of which are under way while one is used. */
class ReadAheadTest {
    private final AtomicInteger begun = new AtomicInteger();

    private List<Long> read(long from, long until) {
        begun.incrementAndGet();
        return LongStream.range(from, until).boxed().toList();
    }

    @Test
    void gives_every_block_once_and_in_order() {
        List<Long> all = new ArrayList<>();

        new ReadAhead<>(3, 1_000, 32, this::read).forEachRemaining(all::addAll);

        assertThat(all).isEqualTo(read(3, 1_000));
    }

    @Test
    void an_empty_log_has_no_batch() {
        assertThat(new ReadAhead<>(0, 0, 32, this::read)).isExhausted();
    }

    @Test
    void no_more_than_two_batches_are_read_before_somebody_asks() {
        ReadAhead<Long> batches = new ReadAhead<>(0, 1_000, 10, this::read);
        await().until(() -> begun.get() == 2);

        batches.next();

        await().until(() -> begun.get() == 3);
        assertThat(batches).toIterable().hasSize(99);
    }

    @Test
    void the_next_batch_is_read_while_the_first_is_not_there_yet() {
        CountDownLatch second = new CountDownLatch(1);
        ReadAhead<Long> batches = new ReadAhead<>(0, 20, 10, (from, until) -> {
            if (from == 0) {
                await().until(() -> second.getCount() == 0);
            } else {
                second.countDown();
            }
            return read(from, until);
        });

        assertThat(batches.next()).startsWith(0L);
    }

    @Test
    void a_batch_that_cannot_be_read_says_why_and_ends_the_reading() {
        ReadAhead<Long> batches = new ReadAhead<>(0, 100, 10, (from, until) -> {
            throw new BrokenChain(from, "it is missing");
        });

        assertThatThrownBy(batches::next).isInstanceOf(BrokenChain.class);
        assertThat(batches).isExhausted();
    }
}
