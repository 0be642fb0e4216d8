package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import com.videowindow.patina.query.recommendation.ExplorationTrials.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationTrialsTest {
    private final List<Found> all =
            new ExplorationTrials(Market.of(Scenario.of(120, 36, 1)), 12).found(ExplorationTrials.ways(), 2);

    private Found way(String begins) {
        return all.stream()
                .filter(each -> each.way().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    /** Three hundredths of nDCG is what chance makes of so few people. */
    @Test
    void exploring_what_is_doubted_shows_more_of_what_is_new_and_costs_lists_next_to_nothing() {
        Found nothing = way("nothing");
        Found doubted = way("what is doubted");

        assertThat(doubted.newWorks()).isGreaterThan(nothing.newWorks());
        assertThat(doubted.newWorks())
                .isGreaterThan(way("a power of a draw, 0.04").newWorks());
        assertThat(doubted.ndcg()).isCloseTo(nothing.ndcg(), within(0.03));
        assertThat(all).extracting(Found::lists).containsOnly(nothing.lists());
        assertThat(all).allSatisfy(each -> assertThat(each.ndcg()).isBetween(0.3, 1.0));
    }

    @Test
    void the_same_market_lives_the_same_again() {
        assertThat(new ExplorationTrials(Market.of(Scenario.of(120, 36, 1)), 12)
                        .found(ExplorationTrials.ways().subList(0, 1), 2))
                .isEqualTo(all.subList(0, 1));
    }
}
