package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthOfDeedTest {

    @Test
    void seeing_to_the_end_speaks_for_what_is_alike_and_dismissing_against_it() {
        List<WorthOfDeed> worths = WorthOfDeed.all(Market.of(Scenario.of(500, 90, 2)));

        assertThat(worths.getFirst().learned().mean()).isEqualTo(1);
        assertThat(of(worths, "finished").learned().mean()).isPositive();
        assertThat(of(worths, "dismiss").learned().mean()).isNegative();
        assertThat(of(worths, "finished").deeds())
                .isGreaterThan(of(worths, "purchase").deeds());
    }

    private static WorthOfDeed of(List<WorthOfDeed> worths, String deed) {
        return worths.stream()
                .filter(worth -> worth.deed().equals(deed))
                .findFirst()
                .orElseThrow();
    }
}
