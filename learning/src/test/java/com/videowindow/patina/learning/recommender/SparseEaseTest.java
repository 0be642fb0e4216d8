package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseEaseTest {
    private static final ForkJoinPool WORKERS = new ForkJoinPool(3);
    private static final List<int[]> FACETS = List.of(new int[] {0, 3, 9, 30}, new int[] {9, 11}, new int[] {38, 39});
    private static final int NEVER = 0;

    private static Ease sparse(UserItemMatrix liked, int kept) {
        return Ease.train(liked, FACETS, new Ease.Settings(7, 3, kept, NEVER), WORKERS);
    }

    @Test
    void with_all_items_in_every_pattern_it_is_exact() {
        UserItemMatrix some = EaseTest.random(200, 40, 5);
        List<Likes> rows =
                new ArrayList<>(IntStream.range(0, 200).mapToObj(some::likesOf).toList());
        rows.add(Likes.of(IntStream.range(0, 40).toArray()));
        UserItemMatrix liked = UserItemMatrix.weighted(rows, 40);
        Ease exact = Ease.train(liked, FACETS, new Ease.Settings(7, 3, 1000), WORKERS);
        Ease sparse = sparse(liked, 1000);

        for (int from = 0; from < 40; from++) {
            for (int to = 0; to < 40; to++) {
                assertThat(sparse.weight(from, to)).isCloseTo(exact.weight(from, to), within(1e-6f));
            }
        }
    }

    /** The gradient of the penalised squared error is nought wherever a weight stands. */
    @Test
    void no_other_weights_on_the_same_pattern_have_a_smaller_error() {
        UserItemMatrix liked = EaseTest.random(120, 40, 5);
        Ease model = sparse(liked, 6);

        for (int to = 0; to < 40; to++) {
            double[] slopes = new double[40];
            for (int from = 0; from < 40; from++) {
                slopes[from] = 7 * model.weight(from, to);
            }
            for (int user = 0; user < liked.users(); user++) {
                EaseTest.addSlopes(liked.likesOf(user), 1, to, model, slopes);
            }
            for (int[] having : FACETS) {
                EaseTest.addSlopes(Likes.of(having), 3, to, model, slopes);
            }
            int kept = 0;
            for (int from = 0; from < 40; from++) {
                if (model.weight(from, to) != 0) {
                    kept++;
                    assertThat(slopes[from]).isCloseTo(0, within(1e-3));
                }
            }
            assertThat(kept).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void neither_threads_nor_the_order_of_people_change_a_bit() {
        UserItemMatrix liked = EaseTest.random(90, 150, 6);
        List<Likes> turned = IntStream.range(0, 90)
                .mapToObj(user -> liked.likesOf(89 - user))
                .toList();
        Ease.Settings settings = new Ease.Settings(3, 9, 20, NEVER);

        assertThat(Ease.train(UserItemMatrix.weighted(turned, 150), FACETS, settings, new ForkJoinPool(1)))
                .isEqualTo(Ease.train(liked, FACETS, settings, WORKERS));
    }

    @Test
    void what_nobody_likes_and_nothing_is_like_has_no_weights() {
        Ease model = sparse(new UserItemMatrix(List.of(new int[] {0, 1}), 40), 5);

        assertThat(model.scores(Likes.of(20))).containsOnly(0);
        assertThat(model.scores(Likes.of(39))[38]).isPositive();
        assertThat(model.scores(Likes.of(0))[1]).isPositive();
    }
}
