package com.videowindow.patina.projections.catalog;

import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new snapshot at most every {@value #PAUSE_MILLIS} ms while there are changes; readers always have a whole one,
 * and whoever has to see a change waits for the next.
 */
final class SnapshotRenewal {
    private static final int PAUSE_MILLIS = 200;

    private final Supplier<CatalogSnapshot> shown;
    private final AtomicLong changes = new AtomicLong();
    private @Nullable Routine routine;
    private boolean stopped;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition renewed = lock.newCondition();
    private volatile Renewed current = new Renewed(CatalogSnapshot.EMPTY, 0);

    /** A snapshot, and how many changes it knows at least. */
    private record Renewed(CatalogSnapshot snapshot, long changes) {}

    SnapshotRenewal(Supplier<CatalogSnapshot> shown) {
        this.shown = shown;
    }

    /** To be called after the change can be seen. */
    void changed() {
        changes.incrementAndGet();
    }

    /** Whether there is in time a snapshot that knows every change of until now. */
    boolean await(Duration atMost) {
        long wanted = changes.get();
        if (current.changes >= wanted) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (current.changes < wanted && left > 0) {
                left = renewed.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return current.changes >= wanted;
    }

    /** The first snapshot is made before this returns, so that whoever is told to be ready has one. */
    synchronized void start() {
        if (routine == null && !stopped) {
            renew();
            routine = Routine.every(Duration.ofMillis(PAUSE_MILLIS), "catalog-snapshot", this::renew);
        }
    }

    synchronized void stop() {
        stopped = true;
        if (routine != null) {
            routine.stop();
        }
    }

    private void renew() {
        long known = changes.get();
        if (current.changes == known) {
            return;
        }
        CatalogSnapshot snapshot = shown.get();
        lock.lock();
        try {
            current = new Renewed(snapshot, known);
            renewed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    CatalogSnapshot snapshot() {
        return current.snapshot;
    }
}
