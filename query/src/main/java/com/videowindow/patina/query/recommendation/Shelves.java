package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import com.videowindow.patina.query.catalog.LiveCatalog;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The shelf as it is now: laid out anew when the catalogue, the crowd or the model in force is another. */
@Component
final class Shelves {
    private final LiveCatalog catalog;
    private final Crowd crowd;
    private final Models models;
    private final NearestContent nearest;
    private final ReentrantLock laying = new ReentrantLock();
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

    /**
     * One lays it out anew, which of a large catalogue takes some ten milliseconds. Meanwhile the others go on with the former where
     * only the crowd taught something else: lists say what they rest on. What is shown, and by which model, is what it is now: they
     * wait.
     */
    Shelf now() {
        Shelf known = shelf;
        CatalogSnapshot snapshot = catalog.snapshot();
        Models.Serving serving = models.current().orElse(null);
        if (known.isOf(snapshot, crowd.learned(), serving)) {
            return known;
        }
        if (!known.differsInCrowdAlone(snapshot, serving)) {
            laying.lock();
        } else if (!laying.tryLock()) {
            return known;
        }
        try {
            return laidOut();
        } finally {
            laying.unlock();
        }
    }

    private Shelf laidOut() {
        Shelf known = shelf;
        CatalogSnapshot snapshot = catalog.snapshot();
        Crowd.Learned learned = crowd.learned();
        Models.Serving serving = models.current().orElse(null);
        if (!known.isOf(snapshot, learned, serving)) {
            known = known.with(snapshot, learned, serving);
            shelf = known;
        }
        return known;
    }
}
