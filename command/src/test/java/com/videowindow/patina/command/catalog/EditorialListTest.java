package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static com.videowindow.patina.command.Shelf.LIVE;

import com.videowindow.patina.domain.catalog.EditorialListSet;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EditorialListTest {
    private static final EditorialListSet SET = new EditorialListSet(List.of(DOVETAILS, LIVE), NOON);

    private final FixtureConfiguration<EditorialList> list = new AggregateTestFixture<>(EditorialList.class);

    @Test
    void editors_put_content_first() {
        list.givenNoPriorActivity()
                .when(new SetEditorialList(List.of(DOVETAILS, LIVE), NOON))
                .expectResultMessagePayload(Change.CREATED)
                .expectEvents(SET);
    }

    @Test
    void the_same_list_again_changes_nothing() {
        list.given(SET)
                .when(new SetEditorialList(List.of(DOVETAILS, LIVE), NOON.plusSeconds(9)))
                .expectResultMessagePayload(Change.UNCHANGED)
                .expectNoEvents();
    }

    @Test
    void the_same_content_in_another_order_is_another_list() {
        list.given(SET)
                .when(new SetEditorialList(List.of(LIVE, DOVETAILS), NOON))
                .expectResultMessagePayload(Change.CHANGED)
                .expectEvents(new EditorialListSet(List.of(LIVE, DOVETAILS), NOON));
    }
}
