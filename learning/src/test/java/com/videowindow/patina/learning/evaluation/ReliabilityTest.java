package com.videowindow.patina.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.chance.Draw;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    /** Two at 0.25 of which one came, and two at 0.75 that both came: each tenth is off by 0.25. */
    @Test
    void the_error_is_how_far_each_tenth_is_off_by_hand() {
        Reliability reliability =
                Reliability.of(new double[] {0.25, 0.25, 0.75, 0.75}, new boolean[] {true, false, true, true});

        assertThat(reliability.tenths())
                .containsExactly(new Reliability.Tenth(2, 0.25, 0.5), new Reliability.Tenth(2, 0.75, 1));
        assertThat(reliability.error()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void what_is_said_too_surely_is_calibrated_and_keeps_its_order() {
        int cases = 10_000;
        double[] said = new double[cases];
        boolean[] came = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            said[i] = Draw.uniform(1, i);
            came[i] = Draw.uniform(2, i) < 0.3 + 0.4 * said[i];
        }

        Calibration calibration = Calibration.learned(said, came);
        double[] calibrated = new double[cases];
        for (int i = 0; i < cases; i++) {
            calibrated[i] = calibration.of(said[i]);
        }

        assertThat(Reliability.of(said, came).error()).isGreaterThan(0.1);
        assertThat(Reliability.of(calibrated, came).error()).isLessThan(0.03);
        assertThat(calibration.of(0.8)).isGreaterThan(calibration.of(0.4));
    }
}
