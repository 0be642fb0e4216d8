package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import org.junit.jupiter.api.Test;

class ForetellingTest {

    @Test
    void what_is_foretold_comes_about_as_often_as_is_said() {
        Foretelling foretelling = Foretelling.of(Market.of(Scenario.of(300, 90, 3)));

        assertThat(foretelling.clear().error()).isLessThan(0.05);
        assertThat(foretelling.calibrated().error())
                .isLessThan(0.05)
                .isLessThan(foretelling.raw().error());
    }
}
