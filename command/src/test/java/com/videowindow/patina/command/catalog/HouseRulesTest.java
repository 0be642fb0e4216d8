package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.DOVETAILS;

import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRules.Pin;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.Term;
import com.videowindow.patina.domain.recommendation.Surface;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final EditorialRules PINNED = new EditorialRules(
            List.of(), List.of(new Pin(DOVETAILS, Surface.FEED, 1, false, Term.ALWAYS)), List.of(), null);

    private final FixtureConfiguration<HouseRules> rules = new AggregateTestFixture<>(HouseRules.class);

    @Test
    void editors_set_rules() {
        rules.givenNoPriorActivity()
                .when(new SetEditorialRules(PINNED, NOON))
                .expectResultMessagePayload(Change.CREATED)
                .expectEvents(new EditorialRulesSet(PINNED, NOON));
    }

    @Test
    void the_same_rules_again_change_nothing() {
        rules.given(new EditorialRulesSet(PINNED, NOON))
                .when(new SetEditorialRules(PINNED, NOON.plusSeconds(9)))
                .expectResultMessagePayload(Change.UNCHANGED)
                .expectNoEvents();
    }

    @Test
    void no_rules_take_all_away() {
        rules.given(new EditorialRulesSet(PINNED, NOON))
                .when(new SetEditorialRules(EditorialRules.NONE, NOON))
                .expectResultMessagePayload(Change.CHANGED)
                .expectEvents(new EditorialRulesSet(EditorialRules.NONE, NOON));
    }
}
