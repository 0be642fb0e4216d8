package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlendTest {
    private static final int ITEMS = 300;

    @Test
    void weights_change_little_by_little_with_what_is_known() {
        Blend blend = new Blend(new double[][] {{1, 0}, {1, 1}, {1, 3}, {1, 2}}, 1, 0);

        assertThat(blend.weights(0)[1]).isZero();
        assertThat(blend.weights(1)[1]).isZero();
        assertThat(blend.weights(5)[1]).isEqualTo(1);
        assertThat(blend.weights(10)[1]).isCloseTo(2, within(1e-12)); // halfway between 5 and 20 by the logarithm
        assertThat(blend.weights(20)[1]).isEqualTo(3);
        assertThat(blend.weights(5_000)[1]).isEqualTo(2);
    }

    /** Of those with few likes the one part tells what they want, of those with many the other. */
    @Test
    void learns_which_part_foretells_whom() {
        BlendLearning learning = new BlendLearning(2, List.of());
        Random chance = new Random(5);
        for (int person = 0; person < 3_000; person++) {
            boolean few = person % 2 == 0;
            int wanted = 100 + chance.nextInt(200);
            double[][] scores = {
                chance.doubles(ITEMS).toArray(), chance.doubles(ITEMS).toArray()
            };
            scores[few ? 0 : 1][wanted] = 1.2;
            BitSet held = new BitSet();
            held.set(wanted);
            learning.ask(Likes.of(IntStream.range(0, few ? 2 : 90).toArray()), scores, held);
        }
        Blend blend = learning.learned();

        assertThat(share(blend.weights(2))).isLessThan(0.5);
        assertThat(share(blend.weights(90))).isGreaterThan(1.5);
    }

    @Test
    void where_nobody_can_be_asked_factorisations_together_count_as_much_as_the_linear_part() {
        assertThat(new BlendLearning(3, List.of()).learned()).isEqualTo(Blend.of(1, 0.5, 0.5));
    }

    /** What was met already is not offered, so it is no candidate, however high its score. */
    @Test
    void what_is_known_is_not_asked_for() {
        BlendLearning learning = new BlendLearning(2, List.of());
        for (int person = 0; person < 500; person++) {
            double[][] scores = new double[2][20];
            for (int item = 0; item < 15; item++) {
                scores[0][item] = 10; // met: were they candidates, the first part would seem worthless
            }
            scores[0][17] = 1;
            scores[1][16] = 1;
            BitSet held = new BitSet();
            held.set(17);
            learning.ask(Likes.of(IntStream.range(0, 15).toArray()), scores, held);
        }
        assertThat(share(learning.learned().weights(15))).isLessThan(1);
    }

    /** Of the second part to the first. */
    private static double share(double[] weights) {
        return weights[1] / weights[0];
    }

    @Test
    void the_best_of_everybody_scores_1_in_the_mean() {
        BlendLearning learning = new BlendLearning(1, List.of());
        BitSet held = new BitSet();
        held.set(3);
        learning.ask(Likes.of(0), new double[][] {{9, 0, 0, 4}}, held);
        learning.ask(Likes.of(1), new double[][] {{2, 9, 0, 1}}, held);

        assertThat(learning.learned().weights(1)[0]).isCloseTo(1.0 / 3, within(1e-12));
    }
}
