package com.videowindow.patina.query.recommendation;

import static com.videowindow.patina.query.Workshop.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.learning.preference.Seen;
import com.videowindow.patina.query.Workshop;
import com.videowindow.patina.query.catalog.CatalogFold;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlikeTest {
    private static final Content[] SHOWN = {
        told("spoon", "Carving a spoon of green birch"),
        told("ladle", "A ladle of green birch, carved"),
        told("scarf", "Knitting a scarf of merino"),
        told("hat", "A hat of merino, knitted in the round"),
        told("tile", "Glazing a tile with celadon"),
        told("mug", "A mug with celadon glaze")
    };

    private final Workshop workshop = new Workshop().shows(SHOWN);

    private static Content told(String id, String title, Float... embedding) {
        Description description = new Description(
                title,
                null,
                null,
                new CreatorId(id + "-maker"),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                "en");
        return new Content(new ContentId(id), description, null, null, NOW.minusSeconds(60), List.of(embedding));
    }

    private SessionList after(String... recent) {
        List<ContentId> watched = Stream.of(recent).map(ContentId::new).toList();
        return new SessionQueries(new Shelves(workshop, workshop, workshop), new Wording(workshop))
                .handle(new FindForSession(watched, 2, ListTerms.NOTHING, Locale.ENGLISH, NOW));
    }

    /** Nobody liked it, and it shares no facet with anything. */
    @Test
    void what_is_told_in_the_same_words_is_found_without_facets_and_before_anybody_likes_it() {
        Recommendations.Item first = after("spoon").items().getFirst();

        assertThat(first.contentId().value()).isEqualTo("ladle");
        assertThat(first.contributions()).anyMatch(part -> part.name().equals("likeness") && part.value() > 0.05);
        assertThat(first.reasons().getFirst().text()).isEqualTo("Similar to “Carving a spoon of green birch”");
        assertThat(after("tile").items().getFirst().contentId().value()).isEqualTo("mug");
    }

    @Test
    void a_supplied_embedding_finds_what_no_word_tells() {
        workshop.shows(
                told("a", "One", 1f, 0f),
                told("b", "Two", 0.9f, 0.1f),
                told("c", "Three", 0f, 1f),
                told("d", "Four", 0.1f, 1f));

        assertThat(after("a").items().getFirst().contentId().value()).isEqualTo("b");
        assertThat(after("c").items().getFirst().contentId().value()).isEqualTo("d");
        assertThat(new SimilarQueries(new Shelves(workshop, workshop, workshop))
                        .handle(new FindSimilar(new ContentId("a"), 1, NOW))
                        .orElseThrow()
                        .items())
                .extracting(item -> item.contentId().value())
                .containsExactly("b");
    }

    @Test
    void without_a_like_the_score_is_less_by_what_that_like_is_said_to_add() {
        CatalogSnapshot catalog = CatalogSnapshot.of(List.of(SHOWN));
        List<Seen> liked = Stream.of("ladle", "mug")
                .map(id -> new Seen(new ContentId(id), 0, 1, 0))
                .toList();
        int spoon = catalog.numberOf(new ContentId("spoon"));
        Alike both = new Alike(catalog, liked);

        assertThat(both.because(spoon)).containsExactly(new ContentId("ladle"));
        assertThat(new Alike(catalog, liked.subList(1, 2)).of(spoon)).isLessThan(both.of(spoon));
        assertThat(new Alike(catalog, liked.subList(0, 1)).of(spoon)).isCloseTo(both.of(spoon), within(1e-9));
    }

    /** Words are counted once for each description, and what is like what follows from the place in the log alone. */
    @Test
    void the_same_place_in_the_log_is_the_same_likeness_whatever_was_asked_on_the_way() {
        CatalogFold once = new CatalogFold();
        CatalogFold asked = new CatalogFold();
        List<CatalogEvent> events = new ArrayList<>();
        Stream.of(SHOWN).forEach(content -> events.add(new ContentPublished(content, NOW)));
        events.add(new ContentPublished(told("hat", "A hat of green birch bark"), NOW));
        for (int i = 0; i < events.size(); i++) {
            once.apply(events.get(i), new LogPosition(i));
            asked.apply(events.get(i), new LogPosition(i));
            asked.snapshot().likeness();
        }
        CatalogSnapshot one = once.snapshot();
        CatalogSnapshot other = asked.snapshot();
        int hat = one.numberOf(new ContentId("hat"));
        IntStream.range(0, one.size())
                .forEach(content -> assertThat(other.likeness().of(hat, content))
                        .isEqualTo(one.likeness().of(hat, content)));
        assertThat(one.likeness().of(hat, one.numberOf(new ContentId("spoon")))).isPositive();
    }
}
