package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far bots come is a figure of {@code bench market}; here is what makes it one. */
class PoisoningTest {

    @Test
    void bots_take_what_they_push_up_in_the_lists_of_people_who_never_saw_it() {
        List<Moved> moved =
                new Poisoning(Market.of(Scenario.of(120, 30, 6).with(null, new Scenario.Burst(25, 100)))).moved();

        assertThat(moved).hasSize(4).allSatisfy(each -> {
            assertThat(each.people()).isGreaterThan(30);
            assertThat(each.before()).isGreaterThan(1);
            assertThat(each.share()).isBetween(-1.0, 0.0);
        });
        assertThat(moved.getFirst().after()).as("rank among what is popular").isEqualTo(1);
    }
}
