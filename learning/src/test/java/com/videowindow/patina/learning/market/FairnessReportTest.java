package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessReportTest {
    private final List<Exposure> all =
            new FairnessReport(Market.of(Scenario.of(300, 45, 1)), 30).exposures(FairnessReport.WAYS);
    private final Exposure before = all.get(1);
    private final Exposure likeness = all.get(2);
    private final Exposure ranker = all.getLast();

    @Test
    void small_creators_are_seen_as_much_as_they_deserve_where_lists_are_ranked_again() {
        double deserved = all.getFirst().smallCreators();

        assertThat(all.getFirst().ndcg()).as("the truth itself").isEqualTo(1);
        assertThat(before.smallCreators()).isLessThan(0.9 * deserved);
        assertThat(ranker.smallCreators()).isCloseTo(deserved, within(0.05 * deserved));
        assertThat(all).allSatisfy(each -> assertThat(each.newWorks()).isBetween(0.0, 0.5));
        assertThat(before.p()).isEqualTo(1);
    }

    @Test
    void lists_are_better_calibrated_fairer_and_better_than_by_likeness_alone() {
        assertThat(ranker.divergence()).isLessThan(0.6 * before.divergence()).isLessThan(likeness.divergence());
        assertThat(ranker.smallCreators()).isGreaterThan(likeness.smallCreators());
        assertThat(ranker.ndcg()).isGreaterThan(likeness.ndcg()).isGreaterThan(0.96 * before.ndcg());
    }
}
