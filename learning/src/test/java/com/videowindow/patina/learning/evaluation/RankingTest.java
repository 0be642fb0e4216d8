package com.videowindow.patina.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void the_best_are_listed_best_first_without_those_left_out() {
        double[] scores = {0.1, 0.9, -2, 0.5, 0.7};

        assertThat(Ranking.best(scores, new int[] {1}, 3)).containsExactly(4, 3, 0);
        assertThat(scores[1]).as("scores are not changed").isEqualTo(0.9);
    }

    @Test
    void ties_go_to_the_lower_number() {
        assertThat(Ranking.best(new double[] {1, 2, 1, 2, 1}, new int[0], 3)).containsExactly(1, 3, 0);
    }

    @Test
    void what_has_no_score_is_not_listed() {
        double[] scores = {Double.NaN, Double.NEGATIVE_INFINITY, 3};

        assertThat(Ranking.best(scores, new int[0], 3)).containsExactly(2);
        assertThat(Ranking.best(scores, new int[0], 0)).isEmpty();
    }

    @Property(tries = 200)
    void the_list_is_the_head_of_all_sorted(
            @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> values, @ForAll @IntRange(max = 12) int k) {
        double[] scores = new double[values.size()];
        IntStream.range(0, scores.length).forEach(i -> scores[i] = values.get(i));
        int[] sorted = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -values.get(i)))
                .limit(k)
                .mapToInt(i -> i)
                .toArray();

        assertThat(Ranking.best(scores, new int[0], k)).containsExactly(sorted);
    }
}
