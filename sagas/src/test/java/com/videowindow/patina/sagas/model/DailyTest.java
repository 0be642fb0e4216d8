package com.videowindow.patina.sagas.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DailyTest {
    private static final Daily DAILY = new Daily(LocalTime.of(3, 30));

    private static Instant at(String time) {
        return Instant.parse("2026-03-" + time + ":00Z");
    }

    @Test
    void once_the_time_came_it_is_due_until_it_was_done() {
        assertThat(DAILY.isDue(at("09T03:31"), at("10T03:29"), at("10T03:29"))).isFalse();
        assertThat(DAILY.isDue(at("09T03:31"), at("10T03:29"), at("10T03:30"))).isTrue();
        assertThat(DAILY.isDue(at("09T03:31"), at("10T05:00"), at("10T05:01"))).isTrue();
        assertThat(DAILY.isDue(at("10T03:30"), at("10T05:00"), at("10T05:01"))).isFalse();
    }

    @Test
    void whoever_was_down_at_the_time_does_it_afterwards() {
        assertThat(DAILY.isDue(at("08T03:31"), null, at("10T02:00"))).isTrue();
        assertThat(DAILY.isDue(at("09T12:00"), null, at("10T02:00"))).isFalse();
    }

    @Test
    void what_was_never_done_waits_for_the_time() {
        assertThat(DAILY.isDue(null, null, at("10T12:00"))).isFalse();
        assertThat(DAILY.isDue(null, at("10T12:00"), at("11T03:29"))).isFalse();
        assertThat(DAILY.isDue(null, at("11T03:29"), at("11T03:30"))).isTrue();
    }
}
