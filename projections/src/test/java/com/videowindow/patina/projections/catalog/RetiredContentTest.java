package com.videowindow.patina.projections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.projections.runner.Positioned;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetiredContentTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ContentId JOINERY = new ContentId("joinery-101");
    private static final CatalogEvent PUBLISHED = new ContentPublished(titled("Joinery"), NOON);
    private static final CatalogEvent RETIRED = new ContentRetired(JOINERY, NOON);
    private static final CatalogEvent REPUBLISHED = new ContentPublished(titled("Joinery anew"), NOON);
    private static final CatalogEvent RESTORED = new ContentRestored(JOINERY, NOON);

    @Test
    void stays_retired_when_it_is_described_anew() {
        assertThat(stored(PUBLISHED, RETIRED, REPUBLISHED).retired()).isTrue();
        assertThat(remembered(at(0, PUBLISHED), at(1, RETIRED), at(2, REPUBLISHED))
                        .isRetired(JOINERY))
                .isTrue();
    }

    @Test
    void is_shown_again_once_it_is_restored() {
        assertThat(stored(PUBLISHED, RETIRED, REPUBLISHED, RESTORED).retired()).isFalse();
    }

    @Test
    void stays_retired_when_this_node_learns_of_it_after_its_own_newer_publication() {
        MemoryCatalog catalog = remembered(at(2, REPUBLISHED), at(0, PUBLISHED), at(1, RETIRED), at(2, REPUBLISHED));

        assertThat(catalog.isRetired(JOINERY)).isTrue();
        assertThat(catalog.content(JOINERY)).contains(titled("Joinery anew"));
    }

    private static CatalogEntry stored(CatalogEvent... events) {
        @Nullable CatalogEntry entry = null;
        for (CatalogEvent event : events) {
            entry = new CatalogEntries().apply(entry, event, LogPosition.START);
        }
        return Objects.requireNonNull(entry);
    }

    private static MemoryCatalog remembered(Positioned... events) {
        MemoryCatalog catalog = new MemoryCatalog();
        List.of(events).forEach(catalog::on);
        return catalog;
    }

    private static Positioned at(int block, CatalogEvent event) {
        return new Positioned(LogPosition.of(block, 0), event);
    }

    private static Content titled(String title) {
        Description description = new Description(
                title,
                null,
                null,
                new CreatorId("ben"),
                "wood",
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
        return new Content(JOINERY, description, null, null, NOON, List.of());
    }
}
