package com.videowindow.patina.projections.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrustInMemoryTest {
    private long now = 1;
    private final Freshness freshness = new Freshness(() -> now, Duration.ofSeconds(5), Duration.ofMinutes(10));

    private void passes(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    private static LogPosition at(long position) {
        return new LogPosition(position);
    }

    @Test
    void it_does_not_hold_before_the_head_was_reached_once() {
        freshness.probed(at(10));
        freshness.reached(at(9));
        assertThat(freshness.isReady()).isFalse();
        assertThat(freshness.holds()).isFalse();
        freshness.reached(at(10));
        assertThat(freshness.holds()).isTrue();
    }

    @Test
    void an_empty_log_is_its_own_head() {
        freshness.probed(LogPosition.START);
        assertThat(freshness.holds()).isTrue();
    }

    @Test
    void an_idle_log_is_not_behind() {
        freshness.reached(at(10));
        for (int i = 0; i < 60; i++) {
            passes(60);
            freshness.probed(at(10));
        }
        assertThat(freshness.holds()).isTrue();
    }

    @Test
    void a_tail_that_stands_still_while_the_log_grows_loses_trust_after_five_seconds() {
        freshness.reached(at(10));
        freshness.probed(at(10));
        freshness.probed(at(11));
        passes(5);
        assertThat(freshness.holds()).isTrue();
        passes(1);
        assertThat(freshness.holds()).isFalse();
        freshness.reached(at(11));
        assertThat(freshness.holds()).isTrue();
    }

    @Test
    void a_tail_that_is_always_a_little_behind_keeps_trust() {
        freshness.probed(at(0));
        freshness.reached(at(0));
        for (int second = 1; second < 100; second++) {
            freshness.probed(at(second * 100L));
            passes(1);
            freshness.reached(at(second * 100L - 50));
            assertThat(freshness.holds()).isTrue();
        }
    }

    @Test
    void a_tail_that_falls_further_and_further_behind_loses_trust() {
        freshness.probed(at(0));
        freshness.reached(at(0));
        for (int second = 1; second <= 20; second++) {
            freshness.probed(at(second * 100L));
            passes(1);
            freshness.reached(at(second * 50L));
        }
        assertThat(freshness.holds()).isFalse();
    }

    @Test
    void a_log_that_does_not_answer_is_believed_to_stand_still_for_a_while() {
        freshness.reached(at(10));
        freshness.probed(at(10));
        passes(599);
        assertThat(freshness.holds()).isTrue();
        passes(2);
        assertThat(freshness.holds()).isFalse();
    }

    @Test
    void events_known_to_be_unread_count_even_when_the_log_went_away() {
        freshness.reached(at(10));
        freshness.probed(at(10));
        freshness.probed(at(12));
        passes(6);
        assertThat(freshness.holds()).isFalse();
    }
}
