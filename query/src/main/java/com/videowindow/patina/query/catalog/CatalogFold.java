package com.videowindow.patina.query.catalog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.catalog.EditorialRules;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.learning.likeness.WordCounts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is shown, and what products are described by, folded from the catalogue's events in the order of the log and in no other, so that the position of the
 * last one says which catalogue it is. Safe for threads.
 */
public final class CatalogFold {
    private final Map<ContentId, Content> contents = new HashMap<>();
    private final Set<ContentId> retired = new HashSet<>();
    private final Map<ProductId, Facets> products = new HashMap<>();
    /** Kept, since each snapshot asks for those of all content. */
    private final Map<ContentId, Counted> counted = new ConcurrentHashMap<>();

    private List<ContentId> editorial = List.of();
    private EditorialRules rules = EditorialRules.NONE;
    private LogPosition position = LogPosition.START;

    private record Counted(Content content, WordCounts words) {}

    public synchronized void apply(CatalogEvent event, LogPosition at) {
        switch (event) {
            case ContentPublished published -> contents.put(published.content().id(), published.content());
            case ContentRetired gone -> {
                if (contents.containsKey(gone.content())) {
                    retired.add(gone.content());
                }
            }
            case ContentRestored back -> retired.remove(back.content());
            case EditorialListSet set -> editorial = set.contents();
            case EditorialRulesSet set -> rules = set.rules();
            case ProductListed listed ->
                products.put(
                        listed.product().id(), listed.product().description().facets());
            case ProductRetired ignored -> {}
            case ProductRestored ignored -> {}
        }
        position = at;
    }

    /** What is shown now; takes some ten milliseconds for 10,000 pieces of content, of which little holds up others. */
    public CatalogSnapshot snapshot() {
        List<Content> shown;
        Map<ProductId, Facets> described;
        List<ContentId> first;
        EditorialRules decided;
        LogPosition known;
        synchronized (this) {
            shown = contents.values().stream()
                    .filter(content -> !retired.contains(content.id()))
                    .toList();
            described = Map.copyOf(products);
            first = editorial;
            decided = rules;
            known = position;
        }
        return CatalogSnapshot.of(shown, described, first, decided, known, this::words);
    }

    private WordCounts words(Content content) {
        return counted.compute(
                        content.id(),
                        (id, before) -> before != null && isSame(before.content(), content)
                                ? before
                                : new Counted(content, WordCounts.of(content)))
                .words();
    }

    @SuppressWarnings("ReferenceEquality") // comparing transcripts would cost as much as counting
    private static boolean isSame(Content one, Content other) {
        return one == other;
    }
}
