package com.videowindow.patina.learning.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.recommender.SessionNeighbours.Settings;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each figure worked out by hand. */
class SessionNeighboursTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    private static SessionNeighbours neighbours(Settings settings, int[]... sessions) {
        return new SessionNeighbours(List.of(sessions), 5, settings);
    }

    @Test
    void sessions_speak_by_what_they_share_and_how_late_it_was() {
        // Of {0, 1}, 0 counts a half and 1 whole.
        double[] scores = neighbours(new Settings(5, 10, 1), new int[] {0, 2}, new int[] {0, 1, 3})
                .scores(new int[] {0, 1});

        assertThat(scores[2]).isCloseTo(0.5 / Math.sqrt(2) * 0.5, CLOSE);
        assertThat(scores[3]).isCloseTo(1.5 / Math.sqrt(3) * 1, CLOSE);
        assertThat(scores[4]).isZero();
    }

    @Test
    void without_decay_order_does_not_matter() {
        SessionNeighbours even = neighbours(new Settings(5, 10, 0), new int[] {0, 2}, new int[] {1, 3});

        assertThat(even.scores(new int[] {0, 1})).containsExactly(even.scores(new int[] {1, 0}));
    }

    @Test
    void only_the_nearest_speak_and_only_of_the_latest() {
        int[] near = {1, 3};
        int[] far = {0, 2, 4};

        assertThat(neighbours(new Settings(1, 10, 1), near, far).scores(new int[] {0, 1})[2])
                .isZero();
        assertThat(neighbours(new Settings(5, 1, 1), near, far).scores(new int[] {0, 1})[2])
                .isZero();
    }

    @Test
    void who_shares_nothing_hears_nothing() {
        assertThat(neighbours(new Settings(5, 5, 1), new int[] {0, 1}).scores(new int[] {4}))
                .containsOnly(0);
        assertThatThrownBy(() -> new Settings(0, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
