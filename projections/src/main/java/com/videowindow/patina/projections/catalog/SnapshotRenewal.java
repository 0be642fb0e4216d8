package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Makes a new snapshot at most every {@value #PAUSE_MILLIS} ms while there are changes; readers always have a whole one. */
final class SnapshotRenewal {
    private static final int PAUSE_MILLIS = 200;

    private final Supplier<List<Content>> shown;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.EMPTY;

    SnapshotRenewal(Supplier<List<Content>> shown) {
        this.shown = shown;
    }

    void changed() {
        changed.set(true);
    }

    /** The first snapshot is made before this returns, so that whoever is told to be ready has one. */
    void start() {
        if (started.compareAndSet(false, true)) {
            renew();
            Routine.every(Duration.ofMillis(PAUSE_MILLIS), "catalog-snapshot", this::renew);
        }
    }

    private void renew() {
        if (!changed.getAndSet(false)) {
            return;
        }
        snapshot = CatalogSnapshot.of(shown.get());
    }

    CatalogSnapshot snapshot() {
        return snapshot;
    }
}
