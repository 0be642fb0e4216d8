package com.videowindow.patina.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.chance.Draw;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of a figure is chance. */
class CertaintyTest {

    private static double[] normal(int size, double mean, long seed) {
        return IntStream.range(0, size)
                .mapToDouble(i -> mean + Draw.normal(seed, i))
                .toArray();
    }

    @Test
    void an_interval_is_as_wide_as_the_standard_error_says() {
        double[] values = normal(400, 1, 7);

        Interval interval = Interval.ofMean(values, 1);

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 / 20, within(0.02));
        assertThat(interval.low()).isLessThan(interval.mean());
        assertThat(interval.high()).isGreaterThan(interval.mean());
        assertThat(Interval.ofMean(values, 1)).isEqualTo(interval);
    }

    @Test
    void intervals_hold_the_truth_about_as_often_as_they_say() {
        long held = IntStream.range(0, 200)
                .mapToObj(group -> Interval.ofMean(normal(50, 3, 1_000 + group), group))
                .filter(interval -> interval.low() <= 3 && 3 <= interval.high())
                .count();

        assertThat(held).isBetween(178L, 199L);
    }

    @Test
    void where_all_are_alike_the_interval_is_a_point_and_nobody_has_none() {
        assertThat(Interval.ofMean(new double[] {2, 2, 2}, 5)).isEqualTo(new Interval(2, 2, 2));
        assertThatThrownBy(() -> Interval.ofMean(new double[0], 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_the_eight_signs_of_three_differences_two_are_as_far_from_zero() {
        assertThat(PairedTest.pValue(new double[] {1, 2, 3}, 1)).isEqualTo(2 / 8.0);
        // |1-2+3| = 2 or more: 6, 4 (-1+2+3), 2 (1-2+3), and their opposites
        assertThat(PairedTest.pValue(new double[] {1, -2, 3}, 1)).isEqualTo(6 / 8.0);
        assertThat(PairedTest.pValue(new double[] {0, 0}, 1)).isEqualTo(1);
    }

    @Test
    void a_clear_difference_is_found_and_none_is_found_where_there_is_none() {
        assertThat(PairedTest.pValue(normal(300, 0.5, 3), 1)).isLessThan(0.001);

        long found = IntStream.range(0, 100)
                .filter(group -> PairedTest.pValue(normal(40, 0, 50_000 + group), group) < 0.05)
                .count();
        assertThat(found).as("about 5 in 100").isLessThan(13);
    }

    @Test
    void several_tests_are_held_to_more() {
        assertThat(PairedTest.holm(new double[] {0.01, 0.04, 0.03}))
                .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-12));
        assertThat(PairedTest.holm(new double[] {0.5, 0.9})).containsExactly(1, 1);
    }
}
