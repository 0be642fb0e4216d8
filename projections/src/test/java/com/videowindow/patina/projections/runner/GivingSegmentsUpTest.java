package com.videowindow.patina.projections.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import org.junit.jupiter.api.Test;

class GivingSegmentsUpTest {
    private final Watermarks watermarks = new Watermarks();

    private static LogPosition at(long position) {
        return new LogPosition(position);
    }

    @Test
    void what_was_written_before_a_segment_was_given_up_still_counts() {
        watermarks.claimed(0, LogPosition.START);
        watermarks.offered(0, at(7), true);
        watermarks.written(0, at(7));
        watermarks.offered(0, at(9), false);
        watermarks.released(0);
        assertThat(watermarks.held()).isZero();
        assertThat(watermarks.position()).isEqualTo(at(9));
    }

    @Test
    void what_was_only_accepted_does_not() {
        watermarks.claimed(0, at(3));
        watermarks.offered(0, at(7), true);
        watermarks.released(0);
        assertThat(watermarks.position()).isEqualTo(at(3));
    }
}
