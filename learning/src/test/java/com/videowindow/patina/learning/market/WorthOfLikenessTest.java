package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthOfLikenessTest {
    private final Market market = Market.of(Scenario.of(400, 90, 3));

    @Test
    void lists_are_better_where_likeness_to_what_was_liked_is_looked_at_too() {
        List<WorthOfLikeness> worths = WorthOfLikeness.all(market, 60);

        WorthOfLikeness both = worths.get(3);
        assertThat(both.people()).isGreaterThan(150);
        assertThat(both.byLikes().isBetter(0.01)).isTrue();
        assertThat(both.byTruth().isBetter(0.01)).isTrue();
        assertThat(both.ofNew().full()).isGreaterThan(both.ofNew().without());
    }

    @Test
    void words_find_what_is_alike_better_than_facets_alone() {
        WorthOfSimilar worth = WorthOfSimilar.of(market, 60);

        assertThat(worth.words().isBetter(0.01)).isTrue();
        assertThat(worth.both().isBetter(0.01)).isTrue();
    }
}
