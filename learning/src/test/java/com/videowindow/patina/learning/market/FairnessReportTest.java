package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessReportTest {
    @Test
    void small_creators_are_seen_no_less_where_lists_are_ranked_again() {
        List<Exposure> all =
                new FairnessReport(Market.of(Scenario.of(300, 45, 1)), 30).exposures(FairnessReport.AS_RANKED);

        assertThat(all.getFirst().ndcg()).as("the truth itself").isEqualTo(1);
        assertThat(all).allSatisfy(each -> {
            assertThat(each.smallCreators()).isBetween(0.05, 0.7);
            assertThat(each.newWorks()).isBetween(0.0, 0.5);
        });
        Exposure before = all.get(1);
        assertThat(all.get(3).smallCreators()).isGreaterThanOrEqualTo(before.smallCreators());
        assertThat(before.p()).isEqualTo(1);
    }
}
