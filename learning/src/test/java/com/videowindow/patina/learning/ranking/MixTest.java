package com.videowindow.patina.learning.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final int MANY = 4;
    private static final int LONG = 400;

    @Property(tries = 100)
    void a_list_that_takes_what_gains_most_comes_to_have_the_shares_of_what_is_liked(@ForAll Random chance) {
        Map<Integer, Integer> likes = new HashMap<>();
        IntStream.range(0, MANY).forEach(category -> likes.put(category, 5 + chance.nextInt(50)));
        Mix mix = Mix.of(likes);
        Map<Integer, Integer> listed = new HashMap<>();
        for (int place = 0; place < LONG; place++) {
            int best = 0;
            for (int category = 1; category < MANY; category++) {
                best = gain(mix, category, listed) > gain(mix, best, listed) ? category : best;
            }
            listed.merge(best, 1, Integer::sum);
        }
        assertThat(mix.divergence(listed)).isCloseTo(0, within(0.001));
    }

    private static double gain(Mix mix, int category, Map<Integer, Integer> listed) {
        return mix.gain(category, listed.getOrDefault(category, 0));
    }

    @Test
    void what_a_category_gains_only_falls_from_its_share() {
        Mix mix = Mix.of(Map.of(1, 6, 2, 2));

        assertThat(mix.gain(1, 0)).isEqualTo(0.75);
        assertThat(mix.gain(2, 0)).isEqualTo(0.25);
        assertThat(mix.gain(3, 0)).as("never liked").isZero();
        for (int above = 1; above < 2_000; above++) {
            assertThat(mix.gain(1, above)).isLessThanOrEqualTo(mix.gain(1, above - 1));
        }
    }

    @Test
    void few_likes_say_nothing_of_shares() {
        assertThat(Mix.of(Map.of(1, 4)).isKnown()).isFalse();
        assertThat(Mix.of(Map.of(1, 5)).isKnown()).isTrue();
    }

    @Test
    void a_list_of_one_kind_is_further_from_two_likes_than_a_mixed_one() {
        Mix mix = Mix.of(Map.of(1, 5, 2, 5));

        assertThat(mix.divergence(Map.of(1, 5, 2, 5))).isCloseTo(0, within(1e-12));
        assertThat(mix.divergence(Map.of(1, 10))).isGreaterThan(mix.divergence(Map.of(1, 8, 2, 2)));
    }
}
