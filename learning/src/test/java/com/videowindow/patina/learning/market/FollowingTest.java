package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.preference.PreferenceModel;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final Following FOLLOWING =
            new Following(Market.of(Scenario.of(150, 60, 4).with(new Scenario.Drift(30, 1), null)));

    private static final PreferenceModel LONG = PreferenceModel.forgetting(PreferenceModel.HALF_LIFE);

    @Test
    void a_change_of_taste_makes_lists_bad_and_views_make_them_better_again() {
        Recovery recovery = FOLLOWING.by("interest", LONG);

        assertThat(recovery.people()).isGreaterThan(40);
        assertThat(recovery.atOnce()).isLessThan(0.6 * recovery.before());
        assertThat(recovery.curve().getLast().recovered())
                .isGreaterThan(0.1 + recovery.curve().getFirst().recovered());
    }

    @Test
    void whoever_forgets_sooner_follows_sooner_and_knows_less() {
        Recovery usual = FOLLOWING.by("interest", LONG);
        Recovery brief = FOLLOWING.by("brief", PreferenceModel.forgetting(Duration.ofDays(7)));

        assertThat(brief.halfWayAfter()).isBetween(1, 10);
        assertThat(brief.before()).isLessThan(usual.before());
    }

    @Test
    void people_whose_taste_changes_on_the_twentieth_day_are_followed_within_ten_views() {
        Recovery recovery = new Following(Market.of(Scenario.of(300, 60, 4).with(new Scenario.Drift(20, 1), null)))
                .by("interest", new PreferenceModel());

        assertThat(recovery.halfWayAfter()).isBetween(1, 10);
    }

    @Test
    void whoever_does_not_change_gets_lists_as_good_as_without_looking_for_changes() {
        Following.Cost cost = Following.cost(Market.of(Scenario.of(600, 60, 4)), 40);

        assertThat(cost.byTruth().full()).isGreaterThan(cost.byTruth().without() * 0.99);
        assertThat(cost.byLikes().full()).isGreaterThan(cost.byLikes().without() * 0.97);
    }
}
