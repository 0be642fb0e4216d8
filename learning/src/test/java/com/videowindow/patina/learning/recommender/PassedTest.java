package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.preference.Judgement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassedTest {
    private static final Judgement BORED = new Judgement(1_767_261_600, 0.2);
    private static final Judgement AGAINST = new Judgement(1_767_261_700, -0.4);

    private final Passed passed = new Passed();

    @Test
    void what_was_passed_again_is_the_latest_and_counts_once() {
        assertThat(passed.put(300, BORED)).isTrue();
        assertThat(passed.put(5, BORED)).isTrue();
        assertThat(passed.put(300, AGAINST)).isFalse();

        assertThat(passed.numbers()).containsExactly(5, 300);
        assertThat(passed.remove(5)).isTrue();
        assertThat(passed.remove(5)).isFalse();
        assertThat(passed.numbers()).containsExactly(300);
    }

    @Test
    void the_earliest_go_where_there_are_too_many() {
        List<Integer> gone = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            passed.put(number, BORED);
            passed.keep(10, gone::add);
        }

        assertThat(gone).containsExactly(0, 1);
        assertThat(passed.numbers()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void any_number_comes_out_as_it_went_in_with_its_time_and_whether_it_spoke_against() {
        long longAgo = -1_000_000_000;
        for (int number : new int[] {0, 127, 16_384, 134_217_727}) {
            passed.put(number, number % 2 == 0 ? new Judgement(longAgo, 0) : AGAINST);
        }

        assertThat(passed.numbers()).containsExactly(0, 127, 16_384, 134_217_727);
        assertThat(passed.of(0)).isEqualTo(new Judgement(longAgo, 0));
        assertThat(passed.of(134_217_727)).isEqualTo(new Judgement(AGAINST.at(), -1));
        assertThat(passed.of(1)).isEqualTo(Judgement.NONE);
    }
}
