package com.videowindow.patina.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static Duration after(int failures) {
        Pauses pauses = Pauses.NONE;
        for (int i = 0; i < failures; i++) {
            pauses = pauses.again(NOON);
        }
        return Duration.between(NOON, pauses.next());
    }

    @Test
    void each_is_twice_as_long_and_none_longer_than_an_hour() {
        assertThat(after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(after(12)).isEqualTo(Duration.ofSeconds(2048));
        assertThat(after(13)).isEqualTo(Duration.ofHours(1));
        assertThat(after(1_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void what_has_not_failed_is_tried_at_once_and_what_has_when_its_time_comes() {
        assertThat(Pauses.NONE.areOver(NOON)).isTrue();
        assertThat(Pauses.NONE.again(NOON).areOver(NOON)).isFalse();
        assertThat(Pauses.NONE.again(NOON).areOver(NOON.plusSeconds(1))).isTrue();
    }
}
