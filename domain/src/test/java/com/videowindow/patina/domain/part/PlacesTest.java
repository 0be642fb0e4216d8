package com.videowindow.patina.domain.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final LogPosition FIRST = new LogPosition(0);
    private static final LogPosition NEXT = LogPosition.of(3, 17);
    private static final LogPosition LAST = LogPosition.of(1L << 40, 4095);

    @Test
    void what_was_packed_is_there_in_order_and_once() {
        assertThat(Places.of(List.of(LAST, FIRST, NEXT, FIRST)).positions()).containsExactly(FIRST, NEXT, LAST);
        assertThat(Places.NONE.positions()).isEmpty();
        assertThat(Places.of(List.of())).isEqualTo(Places.NONE);
    }

    @Test
    void a_place_takes_about_four_characters() {
        List<LogPosition> year = IntStream.range(0, 10_000)
                .mapToObj(i -> LogPosition.of(i * 40L, i % 128))
                .toList();
        assertThat(Places.of(year).packed()).hasSizeLessThan(50_000);
    }

    @Test
    void a_scope_says_something_and_its_times_are_in_order() {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        assertThatThrownBy(() -> new PartScope(null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartScope(null, null, noon, noon, null))
                .isInstanceOf(IllegalArgumentException.class);
        PartScope hour = new PartScope(null, null, noon, noon.plusSeconds(3600), null);
        assertThat(hour.includes(noon)).isTrue();
        assertThat(hour.includes(noon.plusSeconds(3600))).isFalse();
    }
}
