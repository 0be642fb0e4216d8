package com.videowindow.patina.projections.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicLong position = new AtomicLong();
    private final Arrivals arrivals = new Arrivals(() -> new LogPosition(position.get()));

    @Test
    void nobody_waits_for_what_was_reached_before() {
        position.set(5);

        assertThat(arrivals.await(new LogPosition(5), Duration.ZERO)).isTrue();
    }

    @Test
    void whoever_waits_for_what_does_not_come_is_let_go_in_time() {
        assertThat(arrivals.await(new LogPosition(1), Duration.ofMillis(20))).isFalse();
    }

    @Test
    void everyone_is_woken_by_their_own_position_however_the_steps_fall() throws Exception {
        List<Future<Long>> waiters = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long wanted = 1_000; wanted > 0; wanted--) {
                LogPosition mine = new LogPosition(wanted);
                waiters.add(threads.submit(() -> {
                    assertThat(arrivals.await(mine, LONG)).isTrue();
                    return position.get() - mine.value();
                }));
            }
            for (int moved = 0; moved < 1_000; moved += 7) {
                position.addAndGet(7);
                arrivals.moved();
            }
            for (Future<Long> waiter : waiters) {
                assertThat(waiter.get())
                        .as("woken once its position was reached")
                        .isNotNegative();
            }
        }
    }
}
