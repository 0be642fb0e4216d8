package com.videowindow.patina.projections.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AwayAndBackTest {
    private long now = 1;
    private final Availability availability = new Availability(() -> now);

    @Test
    void everybody_tries_while_it_answers() {
        assertThat(availability.worthTrying()).isTrue();
        assertThat(availability.worthTrying()).isTrue();
    }

    @Test
    void nobody_waits_for_it_right_after_a_failure() {
        availability.failed();
        assertThat(availability.isUp()).isFalse();
        assertThat(availability.worthTrying()).isFalse();
    }

    @Test
    void one_caller_tries_again_after_half_a_second() {
        availability.failed();
        now += Duration.ofMillis(500).toNanos();
        assertThat(availability.worthTrying()).isTrue();
        assertThat(availability.worthTrying()).isFalse();
    }

    @Test
    void an_answer_opens_it_to_everybody() {
        availability.failed();
        availability.answered();
        assertThat(availability.worthTrying()).isTrue();
        assertThat(availability.isUp()).isTrue();
    }
}
