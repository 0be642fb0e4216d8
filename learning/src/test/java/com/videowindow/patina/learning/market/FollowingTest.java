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

    @Test
    void a_change_of_taste_makes_lists_bad_and_views_make_them_better_again() {
        Recovery recovery = FOLLOWING.by("interest", PreferenceModel.HALF_LIFE);

        assertThat(recovery.people()).isGreaterThan(40);
        assertThat(recovery.atOnce()).isLessThan(0.6 * recovery.before());
        assertThat(recovery.curve().getLast().recovered())
                .isGreaterThan(0.1 + recovery.curve().getFirst().recovered());
    }

    @Test
    void whoever_forgets_sooner_follows_sooner_and_knows_less() {
        Recovery usual = FOLLOWING.by("interest", PreferenceModel.HALF_LIFE);
        Recovery brief = FOLLOWING.by("brief", Duration.ofDays(7));

        assertThat(brief.halfWayAfter()).isBetween(1, 10);
        assertThat(brief.before()).isLessThan(usual.before());
    }
}
