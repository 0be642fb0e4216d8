package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far bots come is a figure of {@code bench market}; here is what makes it one. */
class PoisoningTest {

    @Test
    void bots_hardly_move_what_they_push_in_the_lists_of_people_who_never_saw_it() {
        List<Moved> moved =
                new Poisoning(Market.of(Scenario.of(800, 60, 1).with(null, new Scenario.Burst(30, 100)))).moved();

        assertThat(moved).hasSize(4).allSatisfy(each -> {
            assertThat(each.people()).isGreaterThan(300);
            assertThat(each.before()).isGreaterThan(100);
            assertThat(each.share()).as(each.by()).isBetween(-0.05, 0.06);
        });
    }

    @Test
    void in_a_market_where_everybody_is_new_nobody_can_vouch_for_anybody() {
        List<Moved> moved =
                new Poisoning(Market.of(Scenario.of(120, 4, 6).with(null, new Scenario.Burst(2, 100)))).moved();

        assertThat(moved.getFirst().after()).as("rank among what is popular").isEqualTo(1);
    }
}
