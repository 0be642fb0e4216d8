package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class GainTest {
    private static final double[] TRUTH = {0.2, 0.9, 0.5, 0.1};

    private static BitSet seen(int... items) {
        BitSet seen = new BitSet();
        for (int item : items) {
            seen.set(item);
        }
        return seen;
    }

    @Test
    void the_best_are_those_not_seen_and_ties_go_to_the_lower_number() {
        assertThat(Gain.best(new double[] {1, 3, 1, 2}, seen(1), 2)).containsExactly(3, 0);
    }

    /** (0.5 + 0.9/log2(3)) / (0.9 + 0.5/log2(3)) by hand. */
    @Test
    void a_list_is_judged_by_the_best_that_there_could_be() {
        double turned = (0.5 + 0.9 / 1.584962500721156) / (0.9 + 0.5 / 1.584962500721156);
        assertThat(Gain.ndcg(new int[] {2, 1}, TRUTH, seen(), 2)).isCloseTo(turned, within(1e-12));
        assertThat(Gain.ndcg(new int[] {1, 2}, TRUTH, seen(), 2)).isEqualTo(1);
        assertThat(Gain.ndcg(new int[] {2, 0}, TRUTH, seen(1), 2)).isEqualTo(1);
    }

    @Test
    void a_rank_among_equals_is_the_middle_of_theirs() {
        assertThat(Poisoning.rank(new double[] {5, 1, 1, 1, 0}, 2)).isEqualTo(3);
        assertThat(Poisoning.rank(new double[] {5, 1, 1, 1, 0}, 0)).isEqualTo(1);
    }
}
