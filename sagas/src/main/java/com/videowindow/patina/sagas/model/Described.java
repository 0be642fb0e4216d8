package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRestored;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.interest.Facets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What content is like, as its creators last described it. */
final class Described {
    private final Map<ContentId, Facets> published = new HashMap<>();
    private final Set<ContentId> retired = new HashSet<>();

    void apply(DomainEvent event) {
        switch (event) {
            case ContentPublished said ->
                published.put(said.content().id(), said.content().description().facets());
            case ContentRetired gone -> retired.add(gone.content());
            case ContentRestored back -> retired.remove(back.content());
            default -> {}
        }
    }

    /** Of what is shown. */
    Map<ContentId, Facets> shown() {
        Map<ContentId, Facets> shown = new HashMap<>(published);
        shown.keySet().removeAll(retired);
        return shown;
    }
}
