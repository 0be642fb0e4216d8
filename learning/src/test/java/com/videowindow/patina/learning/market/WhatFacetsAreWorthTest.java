package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.interest.FacetKind;
import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a small world by its truth, which needs fewer people; {@code bench market} judges by what people liked as well. */
class WhatFacetsAreWorthTest {

    @Test
    void technique_material_and_skill_each_make_lists_by_interest_better() {
        List<Worth> worths = Ablation.of(Market.of(Scenario.of(500, 90, 3)), 60).worths();

        assertThat(worths).hasSize(FacetKind.values().length);
        assertThat(worths)
                .filteredOn(worth -> List.of(FacetKind.TECHNIQUE, FacetKind.MATERIAL, FacetKind.SKILL)
                        .contains(worth.kind()))
                .hasSize(3)
                .allSatisfy(worth -> {
                    assertThat(worth.people()).isGreaterThan(200);
                    assertThat(worth.byTruth().isBetter(0.01)).as("%s", worth).isTrue();
                    assertThat(worth.byLikes().full())
                            .as("%s", worth)
                            .isGreaterThan(worth.byLikes().without());
                });
    }

    @Test
    void facets_that_are_read_from_words_are_worth_most_of_what_they_are_when_told() {
        WorthOfReading worth = WorthOfReading.of(Market.of(Scenario.of(300, 90, 3)), 60);

        assertThat(worth.known().isBetter(0.01)).as("%s", worth).isTrue();
        assertThat(worth.read().isBetter(0.01)).as("%s", worth).isTrue();
        assertThat(worth.read().full() - worth.read().without())
                .isGreaterThan(0.5 * (worth.known().full() - worth.known().without()));
    }
}
