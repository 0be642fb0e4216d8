package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.chance.Draw;
import org.junit.jupiter.api.Test;

class SaidOfListsTest {
    /** Of a score s, which is s / (1 + s) when bounded, so many come true. */
    private static SaidOfLists lists(long seed, int cases, boolean isTrue) {
        SaidOfLists lists = new SaidOfLists();
        for (int i = 0; i < cases; i++) {
            double likely = Draw.uniform(seed, i);
            boolean comes = Draw.uniform(~seed, i) < likely;
            lists.add(likely / (1 - likely), comes == isTrue);
        }
        return lists;
    }

    @Test
    void scores_that_say_how_likely_it_is_are_hardly_off() {
        assertThat(lists(1, 4_000, true).errorOf(lists(2, 4_000, true))).isBetween(0.0, 0.03);
    }

    @Test
    void scores_by_which_the_others_are_not_foretold_are_far_off() {
        assertThat(lists(1, 4_000, true).errorOf(lists(2, 4_000, false))).isGreaterThan(0.4);
    }

    @Test
    void of_too_few_and_of_what_never_comes_true_nothing_is_said() {
        assertThat(lists(1, 999, true).errorOf(lists(2, 4_000, true))).isNull();
        SaidOfLists never = new SaidOfLists();
        for (int i = 0; i < 1_000; i++) {
            never.add(i, false);
        }
        assertThat(never.errorOf(lists(2, 4_000, true))).isNull();
    }
}
