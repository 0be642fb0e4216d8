package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far bots come is a figure of {@code bench market}; here is what makes it one. */
class PoisoningTest {

    @Test
    void one_bot_moves_less_than_many_who_take_what_they_push_to_the_top() {
        List<Moved> one = new Poisoning(poisoned(1)).moved();
        List<Moved> many = new Poisoning(poisoned(100)).moved();

        assertThat(many).hasSameSizeAs(one).hasSize(4);
        assertThat(many.getFirst().before()).isEqualTo(one.getFirst().before());
        assertThat(many.getFirst().after()).isEqualTo(1);
        assertThat(many).allSatisfy(moved -> {
            assertThat(moved.people()).isGreaterThan(40);
            assertThat(moved.share()).isNegative();
        });
        assertThat(Math.abs(one.getLast().share()))
                .isLessThan(Math.abs(many.getLast().share()));
    }

    private static Market poisoned(int bots) {
        return Market.of(Scenario.of(150, 40, 6).with(null, new Scenario.Burst(30, bots)));
    }
}
