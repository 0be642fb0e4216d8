package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.DOVETAILS;

import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import java.time.Duration;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ContentItemTest {

    private static final Content FIRST = Shelf.content(DOVETAILS, "dovetail", Duration.ofMinutes(10));
    private static final Content LONGER = Shelf.content(DOVETAILS, "dovetail", Duration.ofMinutes(12));
    private static final ContentPublished PUBLISHED = new ContentPublished(FIRST, NOON);
    private static final ContentRetired RETIREMENT = new ContentRetired(DOVETAILS, NOON);

    private final FixtureConfiguration<ContentItem> item = new AggregateTestFixture<>(ContentItem.class);

    @Test
    void publishing_creates_content() {
        item.givenNoPriorActivity()
                .when(new PublishContent(FIRST, NOON))
                .expectResultMessagePayload(Change.CREATED)
                .expectEvents(PUBLISHED);
    }

    @Test
    void publishing_the_same_content_again_changes_nothing() {
        item.given(PUBLISHED)
                .when(new PublishContent(FIRST, NOON.plusSeconds(9)))
                .expectResultMessagePayload(Change.UNCHANGED)
                .expectNoEvents();
    }

    @Test
    void publishing_other_content_under_the_same_name_changes_it_as_a_whole() {
        item.given(PUBLISHED)
                .when(new PublishContent(LONGER, NOON))
                .expectResultMessagePayload(Change.CHANGED)
                .expectEvents(new ContentPublished(LONGER, NOON));
    }

    @Test
    void content_is_retired_once() {
        item.given(PUBLISHED).when(new RetireContent(DOVETAILS, NOON)).expectEvents(RETIREMENT);
        new AggregateTestFixture<>(ContentItem.class)
                .given(PUBLISHED, RETIREMENT)
                .when(new RetireContent(DOVETAILS, NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void retired_content_is_restored_once() {
        item.given(PUBLISHED, RETIREMENT)
                .when(new RestoreContent(DOVETAILS, NOON))
                .expectEvents(new ContentRestored(DOVETAILS, NOON));
        new AggregateTestFixture<>(ContentItem.class)
                .given(PUBLISHED)
                .when(new RestoreContent(DOVETAILS, NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void publishing_retired_content_changes_it_and_leaves_it_retired() {
        item.given(PUBLISHED, RETIREMENT, new ContentPublished(LONGER, NOON))
                .when(new RetireContent(DOVETAILS, NOON))
                .expectNoEvents();
    }

    @Test
    void what_was_never_published_can_be_neither_retired_nor_restored() {
        item.givenNoPriorActivity()
                .when(new RetireContent(DOVETAILS, NOON))
                .expectNoEvents()
                .expectException(RefusedWith.the(new UnknownContent(DOVETAILS)));
        new AggregateTestFixture<>(ContentItem.class)
                .givenNoPriorActivity()
                .when(new RestoreContent(DOVETAILS, NOON))
                .expectException(RefusedWith.the(new UnknownContent(DOVETAILS)));
    }
}
