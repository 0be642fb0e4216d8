package com.videowindow.patina.query.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import com.videowindow.patina.query.recommendation.ExplorationTrials.Found;
import com.videowindow.patina.query.recommendation.ExplorationTrials.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationTrialsTest {
    private static final Market MARKET = Market.of(Scenario.of(80, 30, 1));
    private static final int CUT = 15;

    private static Found way(List<Found> all, String begins) {
        return all.stream()
                .filter(each -> each.way().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    /** Five hundredths of nDCG is what chance makes of so few people and days. */
    @Test
    void exploring_what_is_doubted_shows_more_of_what_is_new_and_costs_lists_next_to_nothing() {
        List<Found> all = new ExplorationTrials(MARKET, CUT).found(ExplorationTrials.ways(), 1);
        Found nothing = way(all, "nothing");
        Found doubted = way(all, "what is doubted");

        assertThat(doubted.newWorks()).isGreaterThan(nothing.newWorks());
        assertThat(doubted.ndcg()).isCloseTo(nothing.ndcg(), within(0.05));
        assertThat(all).extracting(Found::lists).containsOnly(nothing.lists());
        assertThat(all).allSatisfy(each -> assertThat(each.ndcg()).isBetween(0.3, 1.0));
    }

    @Test
    void the_same_market_lives_the_same_again() {
        List<Way> ways = ExplorationTrials.ways().subList(3, 4);

        assertThat(new ExplorationTrials(MARKET, 25).found(ways, 1))
                .isEqualTo(new ExplorationTrials(MARKET, 25).found(ways, 1));
    }
}
