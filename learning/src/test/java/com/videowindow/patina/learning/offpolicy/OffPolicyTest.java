package com.videowindow.patina.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.market.KnownPolicies;
import com.videowindow.patina.learning.market.KnownPolicies.Known;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffPolicyTest {
    /** Two things, shown evenly, of which the policy in question would show the first three times as often. */
    private static final List<Logged> LOG = List.of(
            new Logged(0.5, 0.75, 1, 0.8, 0.65),
            new Logged(0.5, 0.75, 0, 0.8, 0.65),
            new Logged(0.5, 0.25, 1, 0.2, 0.65),
            new Logged(0.5, 0.25, 0, 0.2, 0.65));

    @Test
    void estimates_are_as_worked_out_by_hand() {
        OffPolicy exact = OffPolicy.unclipped();

        assertThat(exact.ips(LOG).value()).isCloseTo((1.5 + 0.5) / 4, within(1e-12));
        assertThat(exact.snips(LOG).value()).isCloseTo((1.5 + 0.5) / 4, within(1e-12));
        assertThat(exact.doublyRobust(LOG).value())
                .isCloseTo(0.65 + (1.5 * 0.2 - 1.5 * 0.8 + 0.5 * 0.8 - 0.5 * 0.2) / 4, within(1e-12));
        assertThat(exact.ips(LOG).effective()).isCloseTo(16.0 / 5, within(1e-12));
        assertThat(OffPolicy.clippedAt(1).ips(LOG).value()).isCloseTo((1 + 0.5) / 4, within(1e-12));
        assertThat(exact.ips(LOG).standardError()).isCloseTo(Math.sqrt(1.5 / 3 / 4), within(1e-12));
    }

    @Test
    void what_cannot_be_told_is_refused() {
        assertThatThrownBy(() -> new Logged(0, 0.5, 1)).hasMessageContaining("propensity");
        assertThatThrownBy(() -> OffPolicy.unclipped().ips(List.of())).hasMessageContaining("fewer than two");
        assertThatThrownBy(() -> OffPolicy.unclipped().snips(List.of(new Logged(1, 0, 1))))
                .hasMessageContaining("nothing");
    }

    @Test
    void the_truth_of_the_market_is_recovered_where_the_plain_mean_misses_it() {
        List<Known> known = new KnownPolicies(Market.of(Scenario.of(1_500, 60, 1)), 1).known(300);

        Known plain = known.getFirst();
        assertThat(Math.abs(plain.mean() - plain.truth())).isGreaterThan(0.05);
        assertThat(plain.covered()).isLessThan(0.1);
        for (Known each : known.subList(1, 4)) {
            assertThat(each.mean()).as(each.estimator()).isCloseTo(each.truth(), within(0.02));
            assertThat(each.covered()).as(each.estimator()).isGreaterThan(0.9);
        }
        assertThat(known.get(3).deviation())
                .as("a model makes it steadier")
                .isLessThan(known.get(1).deviation());
    }
}
