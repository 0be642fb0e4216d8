package com.videowindow.patina.learning.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BellTest {
    private static final int DRAWS = 200_000;

    private static double drawn(int draw) {
        return 3 * Bell.quantile(Draw.uniform(5, draw));
    }

    @Test
    void is_the_normal_distribution_within_three_deviations() {
        assertThat(Bell.below(0)).isCloseTo(0.5, within(1e-9));
        assertThat(Bell.below(1.0 / 3)).isCloseTo(0.5 + 0.3413447 / 0.9973002, within(1e-6));
        assertThat(Bell.below(-1)).isZero();
        assertThat(Bell.below(1)).isEqualTo(1);
        assertThat(Bell.below(-7)).isZero();
        assertThat(Bell.below(7)).isEqualTo(1);
    }

    @Test
    void a_quantile_is_what_so_much_lies_below() {
        for (double share = 0; share <= 1; share += 1.0 / 777) {
            assertThat(Bell.below(Bell.quantile(share))).isCloseTo(share, within(1e-4));
        }
        assertThat(Bell.quantile(0)).isEqualTo(-1);
        assertThat(Bell.quantile(1)).isEqualTo(1);
    }

    /** The variance is that of a distribution cut off: 1 - 6 phi(3) / (2 Phi(3) - 1). */
    @Test
    void even_draws_come_to_nothing_in_the_mean() {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            sum += drawn(draw);
            squares += drawn(draw) * drawn(draw);
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
        assertThat(squares / DRAWS).isCloseTo(0.9733, within(0.015));
    }
}
