package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import org.junit.jupiter.api.Test;

class WorthOfMakingTest {

    @Test
    void lists_are_better_where_it_is_asked_whether_people_could_make_it_next() {
        WorthOfMaking worth = WorthOfMaking.of(Market.of(Scenario.of(400, 90, 3)), 60);

        assertThat(worth.people()).isGreaterThan(150);
        assertThat(worth.byTruth().isBetter(0.01)).isTrue();
    }
}
