package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikesTest {
    @Test
    void are_sorted_and_rounded_to_sixteenths() {
        Likes likes = Likes.of(new int[] {7, 2}, new double[] {1.3, 0.001});

        assertThat(likes.numbers()).containsExactly(2, 7);
        assertThat(likes.strength(0)).isEqualTo(1.0 / 16);
        assertThat(likes.strength(1)).isEqualTo(21.0 / 16);
        assertThat(likes.without(0).numbers()).containsExactly(7);
        assertThat(likes.without(0).strength(0)).isEqualTo(21.0 / 16);
    }

    @Test
    void a_like_without_strength_or_one_that_is_there_twice_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Likes.of(new int[] {1}, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Likes.of(new int[] {1}, new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Likes.of(new int[] {1, 1}, new double[] {1, 1}));
    }

    @Test
    void items_know_who_likes_them_and_how_much() {
        UserItemMatrix liked =
                UserItemMatrix.weighted(List.of(Likes.of(new int[] {0, 2}, new double[] {0.5, 1.5}), Likes.of(2)), 3);

        assertThat(liked.likersOf(2).numbers()).containsExactly(0, 1);
        assertThat(liked.likersOf(2).strength(0)).isEqualTo(1.5);
        assertThat(liked.likersOf(2).strength(1)).isEqualTo(1);
        assertThat(liked.likersOf(1).size()).isZero();
        assertThat(liked.size()).isEqualTo(3);
    }
}
