package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.DOVETAILS;

import com.videowindow.patina.command.RefusedWith;
import com.videowindow.patina.command.Shelf;
import com.videowindow.patina.domain.Refusal.Implausible;
import com.videowindow.patina.domain.Refusal.UnknownContent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ContentItemTest {

    private static final Content FIRST = Shelf.content(DOVETAILS, "dovetail", Duration.ofMinutes(10));
    private static final Content LONGER = Shelf.content(DOVETAILS, "dovetail", Duration.ofMinutes(12));
    private static final ContentPublished PUBLISHED = new ContentPublished(FIRST, NOON);
    private static final ContentRetired RETIREMENT = new ContentRetired(DOVETAILS, NOON);

    private static final ContentId OTHER = new ContentId("other");

    private final FixtureConfiguration<ContentItem> item = among(List.of());

    private static FixtureConfiguration<ContentItem> among(List<Float> embedding) {
        Content other = with(new Content(OTHER, FIRST.description(), null, null, NOON, List.of()), embedding);
        return new AggregateTestFixture<>(ContentItem.class)
                .registerInjectableResource(new Shelf(Map.of(OTHER, other), Set.of(), Map.of()));
    }

    private static Content with(Content content, List<Float> embedding) {
        return new Content(content.id(), content.description(), null, null, NOON, embedding);
    }

    @Test
    void publishing_creates_content() {
        item.givenNoPriorActivity()
                .when(new PublishContent(FIRST, NOON))
                .expectResultMessagePayload(Change.CREATED)
                .expectEvents(PUBLISHED);
    }

    @Test
    void an_embedding_must_be_as_long_as_those_of_other_content() {
        among(List.of(1f, 2f))
                .givenNoPriorActivity()
                .when(new PublishContent(with(FIRST, List.of(1f, 2f, 3f)), NOON))
                .expectException(RefusedWith.the(
                        new Implausible("embedding", "must have 2 numbers, as those of other content")));
        among(List.of(1f, 2f))
                .givenNoPriorActivity()
                .when(new PublishContent(with(FIRST, List.of(3f, 4f)), NOON))
                .expectResultMessagePayload(Change.CREATED);
        among(List.of())
                .givenNoPriorActivity()
                .when(new PublishContent(with(FIRST, List.of(1f, 2f, 3f)), NOON))
                .expectResultMessagePayload(Change.CREATED);
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
