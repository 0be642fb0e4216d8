package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The shelf as it is now: laid out anew when the catalogue, the crowd or the model in force is another. */
@Component
final class Shelves {
    private final LiveCatalog catalog;
    private final Crowd crowd;
    private final Models models;
    private final NearestContent nearest;
    private volatile Shelf shelf = Shelf.EMPTY;

    @Autowired
    Shelves(LiveCatalog catalog, Crowd crowd, Models models, NearestContent nearest) {
        this.catalog = catalog;
        this.crowd = crowd;
        this.models = models;
        this.nearest = nearest;
    }

    /** Of memory alone. */
    Shelves(LiveCatalog catalog, Crowd crowd, Models models) {
        this(catalog, crowd, models, NearestContent.NOBODY);
    }

    /** Who finds what is nearest to somebody in a large catalogue. */
    NearestContent nearest() {
        return nearest;
    }

    /** What others did one after the other; of everybody who has a part in it now. */
    CrowdSessions sessions() {
        return crowd.sessions();
    }

    /** Two threads may both lay out a new shelf; they lay out the same one. */
    Shelf now() {
        Shelf known = shelf;
        CatalogSnapshot snapshot = catalog.snapshot();
        Crowd.Learned learned = crowd.learned();
        Models.Serving serving = models.current().orElse(null);
        if (!known.isOf(snapshot, learned, serving)) {
            known = new Shelf(snapshot, learned, serving);
            shelf = known;
        }
        return known;
    }
}
