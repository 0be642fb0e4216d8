package com.videowindow.patina.projections.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhereEventsStandTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private final LogMarks marks = new LogMarks();

    /** Blocks of ten events each, one block a second. */
    private void tenThousandEvents() {
        for (int i = 0; i < 10_000; i++) {
            marks.add(LogPosition.of(i / 10, i % 10), NOON.plusSeconds(i / 10));
        }
    }

    @Test
    void nothing_is_behind_in_an_empty_log() {
        assertThat(marks.after(LogPosition.START)).isZero();
    }

    @Test
    void whoever_is_at_the_head_is_not_behind() {
        tenThousandEvents();
        assertThat(marks.after(LogPosition.of(999, 9))).isZero();
        assertThat(marks.after(LogPosition.of(5_000, 0))).isZero();
    }

    @Test
    void whoever_has_seen_nothing_is_behind_by_everything() {
        tenThousandEvents();
        assertThat(marks.after(LogPosition.START)).isEqualTo(10_000);
    }

    @Test
    void what_was_not_read_yet_counts_as_the_log_told_it() {
        tenThousandEvents();
        marks.endsAt(new LogEnd(LogPosition.of(2_999, 9), 30_000, NOON.plusSeconds(2_999)));
        assertThat(marks.events()).isEqualTo(30_000);
        assertThat(marks.after(LogPosition.START)).isEqualTo(30_000);
        assertThat(marks.after(LogPosition.of(999, 9))).isEqualTo(20_000);
        assertThat(marks.after(LogPosition.of(1_999, 9))).isCloseTo(10_000, within(64L));
        assertThat(marks.after(LogPosition.of(2_999, 9))).isZero();
    }

    @Test
    void before_anything_was_read_the_lag_is_what_the_log_told() {
        marks.endsAt(new LogEnd(LogPosition.of(99, 9), 1_000, NOON));
        assertThat(marks.after(LogPosition.START)).isEqualTo(1_000);
        assertThat(marks.next(LogPosition.START)).isEqualTo(NOON);
    }

    @Test
    void whoever_is_a_few_events_behind_is_known_exactly() {
        tenThousandEvents();
        assertThat(marks.after(LogPosition.of(999, 6))).isEqualTo(3);
        assertThat(marks.after(LogPosition.of(997, 9))).isEqualTo(20);
        assertThat(marks.next(LogPosition.of(997, 9))).isEqualTo(NOON.plusSeconds(998));
        assertThat(marks.next(LogPosition.of(999, 6))).isEqualTo(NOON.plusSeconds(999));
    }

    @Test
    void after_an_hour_of_silence_a_new_event_is_young() {
        tenThousandEvents();
        Instant later = NOON.plusSeconds(4_600);
        marks.endsAt(new LogEnd(LogPosition.of(1_000, 0), 10_001, later));
        assertThat(marks.next(LogPosition.of(999, 9))).isEqualTo(later);
        marks.endsAt(new LogEnd(LogPosition.of(1_001, 0), 10_002, later.plusSeconds(9)));
        assertThat(marks.next(LogPosition.of(999, 9))).isEqualTo(later);
        marks.add(LogPosition.of(1_000, 0), later);
        assertThat(marks.after(LogPosition.of(999, 9))).isEqualTo(2);
        assertThat(marks.next(LogPosition.of(999, 9))).isEqualTo(later);
    }

    @Test
    void the_lag_of_whoever_is_far_behind_is_known_to_about_a_mark() {
        tenThousandEvents();
        assertThat(marks.after(LogPosition.of(99, 9))).isCloseTo(9_000, within(64L));
        assertThat(marks.next(LogPosition.of(99, 9))).isBetween(NOON.plusSeconds(99), NOON.plusSeconds(107));
    }
}
