package com.videowindow.patina.projections.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private final Watermarks watermarks = new Watermarks();

    @Test
    void a_segment_that_was_lost_is_where_its_new_owner_says_whatever_is_still_offered_here() {
        watermarks.claimed(0, new LogPosition(3));
        watermarks.released(0);
        watermarks.offered(0, new LogPosition(9), false);
        watermarks.offered(0, new LogPosition(10), true);
        watermarks.written(0, new LogPosition(10));

        watermarks.heard(0, 5);

        assertThat(watermarks.missing()).containsExactly(0);
        assertThat(watermarks.here()).isEmpty();
        assertThat(watermarks.position()).isEqualTo(new LogPosition(5));
    }
}
