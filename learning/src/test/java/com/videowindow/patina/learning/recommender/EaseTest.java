package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class EaseTest {
    private static final ForkJoinPool WORKERS = new ForkJoinPool(3);

    /** Two items that three people like together, of whom one likes a third: worked out by hand from the formula. */
    @Test
    void weights_are_those_of_the_formula() {
        UserItemMatrix liked = new UserItemMatrix(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {2}), 3);
        Ease model = Ease.train(liked, 1, WORKERS);

        // (X'X + I) = [3 2 0; 2 3 0; 0 0 2], its inverse [0.6 -0.4 0; -0.4 0.6 0; 0 0 0.5]
        assertThat(model.weight(0, 1)).isCloseTo(2f / 3, within(1e-6f));
        assertThat(model.weight(1, 0)).isCloseTo(2f / 3, within(1e-6f));
        assertThat(model.weight(0, 2)).isZero();
        assertThat(model.weight(2, 2)).isZero();
        assertThat(model.scores(new int[] {0, 2})).containsExactly(0, model.weight(0, 1), 0);
    }

    /** The gradient of the penalised squared error is nought everywhere but on the diagonal. */
    @Test
    void no_other_weights_have_a_smaller_error() {
        UserItemMatrix liked = random(120, 40, 5);
        double penalty = 7;
        Ease model = Ease.train(liked, penalty, WORKERS);

        for (int from = 0; from < 40; from++) {
            for (int to = 0; to < 40; to++) {
                if (from != to) {
                    double slope = penalty * model.weight(from, to);
                    for (int user : liked.usersOf(from)) {
                        double told = 0;
                        boolean likes = false;
                        for (int item : liked.itemsOf(user)) {
                            told += model.weight(item, to);
                            likes |= item == to;
                        }
                        slope += told - (likes ? 1 : 0);
                    }
                    assertThat(slope).isCloseTo(0, within(1e-3));
                }
            }
        }
    }

    @Test
    void neither_threads_nor_the_order_of_people_change_a_bit() {
        List<int[]> rows = new ArrayList<>();
        UserItemMatrix liked = random(90, 150, 6);
        for (int user = liked.users() - 1; user >= 0; user--) {
            rows.add(liked.itemsOf(user));
        }

        assertThat(Ease.train(new UserItemMatrix(rows, 150), 3, new ForkJoinPool(1)))
                .isEqualTo(Ease.train(liked, 3, WORKERS));
    }

    static UserItemMatrix random(int users, int items, int seed) {
        Random chance = new Random(seed);
        List<int[]> rows = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int center = chance.nextInt(items);
            rows.add(chance.ints(8, 0, items / 4).map(i -> (center + i) % items).toArray());
        }
        return new UserItemMatrix(rows, items);
    }
}
