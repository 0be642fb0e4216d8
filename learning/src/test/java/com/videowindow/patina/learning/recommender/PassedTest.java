package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.chance.Draw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassedTest {
    private final Passed passed = new Passed();

    @Test
    void what_was_passed_again_is_the_latest_and_counts_once() {
        assertThat(passed.add(300)).isTrue();
        assertThat(passed.add(5)).isTrue();
        assertThat(passed.add(300)).isFalse();

        assertThat(passed.numbers()).containsExactly(5, 300);
        assertThat(passed.remove(5)).isTrue();
        assertThat(passed.remove(5)).isFalse();
        assertThat(passed.numbers()).containsExactly(300);
    }

    @Test
    void the_earliest_go_where_there_are_too_many() {
        List<Integer> gone = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            passed.add(number);
            passed.keep(10, gone::add);
        }

        assertThat(gone).containsExactly(0, 1);
        assertThat(passed.numbers()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void any_number_comes_out_as_it_went_in() {
        for (int number : new int[] {0, 127, 128, 16_383, 16_384, 5_000_000, Integer.MAX_VALUE}) {
            passed.add(number);
        }

        assertThat(passed.numbers()).containsExactly(0, 127, 128, 16_383, 16_384, 5_000_000, Integer.MAX_VALUE);
    }

    @Test
    void takes_two_bytes_for_each_of_a_catalogue_of_sixteen_thousand_and_three_of_a_million() {
        for (int i = 0; i < CrowdSignals.MAX_PASSED; i++) {
            passed.add((int) (16_000 * Draw.uniform(1, i)));
        }
        int few = passed.bytes();
        for (int i = 0; i < CrowdSignals.MAX_PASSED; i++) {
            passed.add(16_384 + (int) (1_000_000 * Draw.uniform(2, i)));
            passed.keep(CrowdSignals.MAX_PASSED, gone -> {});
        }

        assertThat(few).isLessThanOrEqualTo(2 * CrowdSignals.MAX_PASSED);
        assertThat(passed.bytes()).isEqualTo(3 * CrowdSignals.MAX_PASSED);
    }
}
