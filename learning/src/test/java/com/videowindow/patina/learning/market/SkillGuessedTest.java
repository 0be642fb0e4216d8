package com.videowindow.patina.learning.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.learning.simulation.Market;
import com.videowindow.patina.learning.simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkillGuessedTest {

    @Test
    void what_is_watched_to_the_end_tells_more_of_skill_than_the_highest_level_enjoyed_and_than_nothing() {
        List<SkillGuessed> rules = SkillGuessed.all(Market.of(Scenario.of(300, 90, 3)));

        assertThat(rules).extracting(SkillGuessed::people).allMatch(people -> people > 150);
        assertThat(rules.getFirst().exact())
                .isGreaterThan(rules.get(1).exact())
                .isGreaterThan(rules.get(2).exact());
        assertThat(rules.getFirst().within()).isGreaterThan(0.95);
    }
}
