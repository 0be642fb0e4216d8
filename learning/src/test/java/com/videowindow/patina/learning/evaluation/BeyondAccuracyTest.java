package com.videowindow.patina.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each figure worked out by hand. */
class BeyondAccuracyTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static BitSet genres(int... numbers) {
        BitSet set = new BitSet();
        IntStream.of(numbers).forEach(set::set);
        return set;
    }

    @Test
    void coverage_is_the_share_of_items_that_stand_in_any_list() {
        Exposure exposure = new Exposure(5);
        exposure.add(new int[] {0, 1});
        exposure.add(new int[] {1, 3});

        assertThat(exposure.coverage()).isEqualTo(0.6);
    }

    @Test
    void exposure_is_even_when_all_have_as_many_places_and_uneven_when_one_has_all() {
        Exposure even = new Exposure(4);
        even.add(new int[] {0, 1, 2, 3});
        Exposure one = new Exposure(4);
        one.add(new int[] {2});
        one.add(new int[] {2});

        assertThat(even.gini()).isZero();
        assertThat(one.gini()).isEqualTo(0.75);
        assertThat(new Exposure(4).gini()).isZero();
    }

    @Test
    void exposure_of_1_2_and_5_places() {
        Exposure exposure = new Exposure(3);
        exposure.add(new int[] {0, 1, 2});
        exposure.add(new int[] {1, 2});
        IntStream.range(0, 3).forEach(again -> exposure.add(new int[] {2}));

        // (-2·1 + 0·2 + 2·5) / (3·8)
        assertThat(exposure.gini()).isCloseTo(8 / 24.0, EXACT);
    }

    @Test
    void what_half_of_the_people_know_is_one_bit_of_news_and_what_an_eighth_knows_three() {
        Novelty novelty = new Novelty(new int[] {8, 4, 1, 0}, 8);

        assertThat(novelty.of(new int[] {0})).isZero();
        assertThat(novelty.of(new int[] {1})).isCloseTo(1, EXACT);
        assertThat(novelty.of(new int[] {1, 2})).isCloseTo(2, EXACT);
        assertThat(novelty.of(new int[] {3}))
                .as("known by nobody counts as by one")
                .isCloseTo(3, EXACT);
        assertThat(novelty.of(new int[0])).isZero();
    }

    @Test
    void a_list_varies_by_what_its_pairs_do_not_share() {
        Variety variety = new Variety(List.of(genres(1, 2), genres(2, 3), genres(4), genres(), genres()));

        assertThat(variety.of(new int[] {0, 0})).isZero();
        assertThat(variety.of(new int[] {0, 1})).isCloseTo(1 - 1 / 3.0, EXACT);
        assertThat(variety.of(new int[] {0, 1, 2})).isCloseTo((2 / 3.0 + 1 + 1) / 3, EXACT);
        assertThat(variety.of(new int[] {3, 4})).as("neither has any").isZero();
        assertThat(variety.of(new int[] {0})).isZero();
    }
}
