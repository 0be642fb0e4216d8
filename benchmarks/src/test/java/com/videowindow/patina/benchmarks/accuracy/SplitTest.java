package com.videowindow.patina.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.benchmarks.accuracy.Lines.Line;
import com.videowindow.patina.benchmarks.accuracy.Ratings.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {

    /** Of ANNA eight, of BERT four, one a second, Bert's after Anna's. */
    private static Ratings ratings() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            lines.add(new Line("anna", "i" + i, 5, i));
        }
        for (int i = 4; i < 8; i++) {
            lines.add(new Line("bert", "i" + i, 5, 4 + i));
        }
        return Ratings.of(lines);
    }

    private static BitSet items(int... numbers) {
        BitSet items = new BitSet();
        for (int number : numbers) {
            items.set(number);
        }
        return items;
    }

    @Test
    void a_quarter_of_each_users_is_asked_and_the_seed_says_which() {
        Split split = Split.random(ratings(), 0.75, 1);

        assertThat(split.test()).map(BitSet::cardinality).containsExactly(2, 1);
        assertThat(split.train().liked().itemsOf(0)).hasSize(6);
        assertThat(Arrays.stream(split.train().liked().itemsOf(0)))
                .noneMatch(split.test().get(0)::get);
        assertThat(Split.random(ratings(), 0.75, 1).test()).isEqualTo(split.test());
        assertThat(List.of(2L, 3L, 4L))
                .anyMatch(seed -> !Split.random(ratings(), 0.75, seed).test().equals(split.test()));
    }

    @Test
    void the_last_of_each_is_asked() {
        assertThat(Split.leaveLastOut(ratings()).test()).containsExactly(items(7), items(7));
    }

    @Test
    void by_time_nobodys_future_is_learned_from() {
        Split split = Split.temporal(ratings(), 0.8);

        // Of twelve ratings the tenth is the first that is asked.
        assertThat(split.test()).containsExactly(items(), items(5, 6, 7));
        assertThat(split.train().ratings().all()).extracting(Rating::time).allMatch(time -> time < 9);
        assertThat(split.asks(0)).as("nothing is asked of anna").isFalse();
        assertThat(split.asks(1)).isTrue();
    }

    @Test
    void users_who_were_never_met_are_not_asked() {
        Split split = Split.temporal(ratings(), 0.6);

        assertThat(split.test().get(1)).isEqualTo(items(4, 5, 6, 7));
        assertThat(split.asks(1)).isFalse();
    }

    @Test
    void histories_are_oldest_first() {
        Ratings backwards = Ratings.of(List.of(new Line("anna", "a", 1, 9), new Line("anna", "b", 1, 3)));

        assertThat(Known.of(backwards).histories().getFirst())
                .extracting(Rating::time)
                .containsExactly(3L, 9L);
    }

    @Test
    void what_is_told_twice_counts_once() {
        Ratings twice = Ratings.of(List.of(new Line("anna", "a", 1, 3), new Line("anna", "a", 5, 9)));

        assertThat(twice.all()).containsExactly(new Rating(0, 0, 1, 3));
    }
}
