package com.videowindow.patina.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each figure worked out by hand. */
class ListQualityTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static BitSet liked(int... items) {
        BitSet set = new BitSet();
        for (int item : items) {
            set.set(item);
        }
        return set;
    }

    @Test
    void hits_at_the_first_and_third_of_four_places() {
        ListQuality quality = ListQuality.of(new int[] {7, 1, 9, 2}, liked(7, 9, 30), 4);

        // gain 1 + 1/2, ideal 1 + 1/log2(3) + 1/2
        assertThat(quality.ndcg()).isCloseTo(1.5 / (1.5 + 0.6309297535714575), EXACT);
        assertThat(quality.precision()).isEqualTo(0.5);
        assertThat(quality.recall()).isCloseTo(2 / 3.0, EXACT);
        assertThat(quality.recallOfPossible()).isCloseTo(2 / 3.0, EXACT);
        assertThat(quality.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 3, EXACT);
        assertThat(quality.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void more_is_liked_than_there_are_places() {
        ListQuality quality = ListQuality.of(new int[] {5, 4}, liked(1, 2, 3, 4), 2);

        assertThat(quality.ndcg()).isCloseTo(0.6309297535714575 / 1.6309297535714575, EXACT);
        assertThat(quality.recall()).isEqualTo(0.25);
        assertThat(quality.recallOfPossible()).isEqualTo(0.5);
        assertThat(quality.averagePrecision()).isEqualTo(0.25);
        assertThat(quality.reciprocalRank()).isEqualTo(0.5);
    }

    @Test
    void the_best_list_has_one_of_each_and_a_list_without_hits_nothing() {
        assertThat(ListQuality.of(new int[] {3, 1}, liked(1, 3), 2)).isEqualTo(new ListQuality(1, 1, 1, 1, 1, 1));
        assertThat(ListQuality.of(new int[] {8, 9}, liked(1, 3), 2)).isEqualTo(new ListQuality(0, 0, 0, 0, 0, 0));
        assertThat(ListQuality.of(new int[] {1}, liked(1), 2))
                .as("places that are empty are misses")
                .isEqualTo(new ListQuality(1, 0.5, 1, 1, 1, 1));
        assertThatThrownBy(() -> ListQuality.of(new int[] {1}, new BitSet(), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_mean_is_of_each_figure() {
        assertThat(ListQuality.mean(new ListQuality(1, 1, 1, 1, 1, 1), new ListQuality(0, 0, 0.5, 0, 0, 1)))
                .isEqualTo(new ListQuality(0.5, 0.5, 0.75, 0.5, 0.5, 1));
    }
}
