package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EaseTest {
    private static final ForkJoinPool WORKERS = new ForkJoinPool(3);

    /** Two items that three people like together, of whom one likes a third: worked out by hand from the formula. */
    @Test
    void weights_are_those_of_the_formula() {
        UserItemMatrix liked = new UserItemMatrix(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {2}), 3);
        Ease model = Ease.train(liked, List.of(), new Ease.Settings(1, 0, 1000), WORKERS);

        // (X'X + I) = [3 2 0; 2 3 0; 0 0 2], its inverse [0.6 -0.4 0; -0.4 0.6 0; 0 0 0.5]
        assertThat(model.weight(0, 1)).isCloseTo(2f / 3, within(1e-6f));
        assertThat(model.weight(1, 0)).isCloseTo(2f / 3, within(1e-6f));
        assertThat(model.weight(0, 2)).isZero();
        assertThat(model.weight(2, 2)).isZero();
        assertThat(model.scores(Likes.of(0, 2))).containsExactly(0, model.weight(0, 1), 0);
    }

    /** A shared facet is as many people who like both: worked out by hand from the formula. */
    @Test
    void what_is_alike_speaks_for_what_nobody_met() {
        UserItemMatrix liked = new UserItemMatrix(List.of(new int[] {0}), 2);
        Ease model = Ease.train(liked, List.of(new int[] {0, 1}), new Ease.Settings(1, 2, 1000), WORKERS);

        // (X'X + 2 F'F + I) = [4 2; 2 3], its inverse [3 -2; -2 4] / 8
        assertThat(model.weight(0, 1)).isCloseTo(0.5f, within(1e-6f));
        assertThat(model.weight(1, 0)).isCloseTo(2f / 3, within(1e-6f));
        assertThat(model.scores(Likes.of(new int[] {0}, new double[] {1.5}))[1]).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void of_what_is_touched_the_sums_are_the_same_to_the_last_bit() {
        UserItemMatrix liked = random(120, 300, 5);
        Ease model = Ease.train(liked, List.of(), new Ease.Settings(7, 0, 12), WORKERS);
        for (int user = 0; user < 40; user++) {
            double[] scores = model.scores(liked.likesOf(user));
            Touched touched = model.touched(liked.likesOf(user));
            assertThat(touched.items()).doesNotHaveDuplicates();
            for (int item = 0; item < scores.length; item++) {
                assertThat(touched.of(item)).isEqualTo(scores[item]);
            }
            assertThat(IntStream.of(touched.items())
                            .filter(item -> scores[item] != 0)
                            .count())
                    .isEqualTo(
                            DoubleStream.of(scores).filter(score -> score != 0).count());
        }
    }

    /** The gradient of the penalised squared error is nought everywhere but on the diagonal. */
    @Test
    void no_other_weights_have_a_smaller_error() {
        UserItemMatrix liked = random(120, 40, 5);
        List<int[]> facets = List.of(new int[] {0, 3, 9, 30}, new int[] {9, 11});
        Ease.Settings settings = new Ease.Settings(7, 3, 1000);
        Ease model = Ease.train(liked, facets, settings, WORKERS);

        for (int to = 0; to < 40; to++) {
            double[] slopes = new double[40];
            for (int from = 0; from < 40; from++) {
                slopes[from] = settings.penalty() * model.weight(from, to);
            }
            for (int user = 0; user < liked.users(); user++) {
                addSlopes(liked.likesOf(user), 1, to, model, slopes);
            }
            for (int[] having : facets) {
                addSlopes(Likes.of(having), settings.alike(), to, model, slopes);
            }
            slopes[to] = 0;
            assertThat(slopes).containsExactly(new double[40], within(1e-3));
        }
    }

    static void addSlopes(Likes row, double weight, int to, Ease model, double[] slopes) {
        double error = model.scores(row)[to];
        for (int i = 0; i < row.size(); i++) {
            error -= row.number(i) == to ? row.strength(i) : 0;
        }
        for (int i = 0; i < row.size(); i++) {
            slopes[row.number(i)] += weight * row.strength(i) * error;
        }
    }

    @Test
    void neither_threads_nor_the_order_of_people_change_a_bit() {
        List<Likes> rows = new ArrayList<>();
        UserItemMatrix liked = random(90, 150, 6);
        for (int user = liked.users() - 1; user >= 0; user--) {
            rows.add(liked.likesOf(user));
        }
        List<int[]> facets = List.of(new int[] {3, 4, 77}, new int[] {4, 5});
        Ease.Settings settings = new Ease.Settings(3, 9, 1000);

        assertThat(Ease.train(UserItemMatrix.weighted(rows, 150), facets, settings, new ForkJoinPool(1)))
                .isEqualTo(Ease.train(liked, facets, settings, WORKERS));
    }

    static UserItemMatrix random(int users, int items, int seed) {
        Random chance = new Random(seed);
        List<Likes> rows = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int center = chance.nextInt(items);
            int[] liked = chance.ints(8, 0, items / 4)
                    .map(i -> (center + i) % items)
                    .distinct()
                    .toArray();
            double[] strengths = chance.doubles(liked.length, 0.3, 2).toArray();
            rows.add(Likes.of(liked, strengths));
        }
        return UserItemMatrix.weighted(rows, items);
    }
}
