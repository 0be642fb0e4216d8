package com.videowindow.patina.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.chance.Draw;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** Yes in 3 of 4 cases without the feature and in 1 of 4 with it: log 3, and twice that less. */
    @Test
    void one_feature_by_hand() {
        double[][] rows = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
        boolean[] yes = {true, true, true, false, true, false, false, false};

        LogisticRegression learned = LogisticRegression.fit(rows, yes, 1e-9);

        assertThat(learned.coefficient(0)).isCloseTo(Math.log(3), within(1e-6));
        assertThat(learned.coefficient(1)).isCloseTo(-2 * Math.log(3), within(1e-6));
        assertThat(learned.deviation(0)).isCloseTo(Math.sqrt(1 / 3.0 + 1), within(1e-6));
    }

    @Test
    void what_was_drawn_from_known_numbers_is_found_within_its_interval() {
        int cases = 20_000;
        double[][] rows = new double[cases][];
        boolean[] yes = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            rows[i] = new double[] {Draw.uniform(1, i), Draw.uniform(2, i)};
            double sum = -0.5 + rows[i][0] + 2 * rows[i][1];
            yes[i] = Draw.uniform(3, i) < 1 / (1 + Math.exp(-sum));
        }

        LogisticRegression learned = LogisticRegression.fit(rows, yes, 1e-3);

        assertThat(learned.quotient(2, 1).low()).isLessThan(2);
        assertThat(learned.quotient(2, 1).high()).isGreaterThan(2);
        assertThat(learned.coefficient(1)).isCloseTo(1, within(4 * learned.deviation(1)));
    }
}
