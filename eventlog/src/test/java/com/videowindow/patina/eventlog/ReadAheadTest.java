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

    private ReadAhead<Long> of(int blocks, int batch) {
        return new ReadAhead<>(0, () -> blocks - 1, batch, this::read);
    }

    @Test
    void gives_every_block_once_and_in_order() {
        List<Long> all = new ArrayList<>();

        new ReadAhead<>(3, () -> 999, 32, this::read).forEachRemaining(all::addAll);

        assertThat(all).isEqualTo(read(3, 1_000));
    }

    @Test
    void an_empty_log_has_no_batch() {
        assertThat(of(0, 32).tryAdvance(batch -> {})).isFalse();
    }

    @Test
    void goes_on_at_the_end_when_there_is_more() {
        AtomicInteger last = new AtomicInteger(-1);
        List<Long> all = new ArrayList<>();
        ReadAhead<Long> batches = new ReadAhead<>(0, last::get, 32, this::read);
        assertThat(batches.tryAdvance(all::addAll)).isFalse();

        last.set(1);

        assertThat(batches.tryAdvance(all::addAll)).isTrue();
        assertThat(all).containsExactly(0L, 1L);
    }

    @Test
    void no_more_than_two_batches_are_read_before_somebody_asks() {
        ReadAhead<Long> batches = of(1_000, 10);
        await().until(() -> begun.get() == 2);

        batches.tryAdvance(batch -> {});

        await().until(() -> begun.get() == 3);
        batches.forEachRemaining(batch -> {});
        assertThat(begun).hasValue(100);
    }

    @Test
    void the_next_batch_is_read_while_the_first_is_not_there_yet() {
        CountDownLatch second = new CountDownLatch(1);
        List<Long> first = new ArrayList<>();
        ReadAhead<Long> batches = new ReadAhead<>(0, () -> 19, 10, (from, until) -> {
            if (from == 0) {
                await().until(() -> second.getCount() == 0);
            } else {
                second.countDown();
            }
            return read(from, until);
        });

        batches.tryAdvance(first::addAll);

        assertThat(first).isEqualTo(read(0, 10));
    }

    @Test
    void a_batch_that_cannot_be_read_says_why() {
        ReadAhead<Long> batches = new ReadAhead<>(0, () -> 99, 10, (from, until) -> {
            throw new BrokenChain(from, "it is missing");
        });

        assertThatThrownBy(() -> batches.tryAdvance(batch -> {})).isInstanceOf(BrokenChain.class);
    }
}
