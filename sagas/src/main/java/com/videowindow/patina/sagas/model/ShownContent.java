package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.catalog.CatalogEvent;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.EditorialListSet;
import com.videowindow.patina.domain.catalog.EditorialRulesSet;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRestored;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.interest.Facets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What content is like that is shown, in the order of the log. */
final class ShownContent {
    private final Map<ContentId, Facets> all = new HashMap<>();
    private final Set<ContentId> retired = new HashSet<>();

    void apply(CatalogEvent event) {
        switch (event) {
            case ContentPublished published ->
                all.put(published.content().id(), published.content().facets());
            case ContentRetired gone -> retired.add(gone.content());
            case ContentRestored back -> retired.remove(back.content());
            case EditorialListSet ignored -> {}
            case EditorialRulesSet ignored -> {}
            case ProductListed ignored -> {}
            case ProductRetired ignored -> {}
            case ProductRestored ignored -> {}
        }
    }

    Map<ContentId, Facets> facets() {
        Map<ContentId, Facets> shown = new HashMap<>(all);
        shown.keySet().removeAll(retired);
        return shown;
    }
}
