package com.videowindow.patina.embedded;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file from growing without bound. Every commit writes a new chunk and leaves dead pages in old ones; a chunk's
 * space is free only when all its pages are dead. So the sparsest chunks are rewritten in small steps beside the writers,
 * until three quarters of what is stored is alive.
 */
final class Compaction implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int FILL_PERCENT = 75;
    /** All writers wait for the commit of a step, so it is small, and they have as long again before the next. */
    private static final int STEP_BYTES = 1 << 20;

    private static final int STEPS_AT_ONCE = 64;

    private static final Logger log = LoggerFactory.getLogger(Compaction.class);

    private final MVStore store;
    private final GroupCommit commits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-mongo-compaction").factory());

    private Compaction(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
    }

    static Compaction start(MVStore store, GroupCommit commits) {
        Compaction compaction = new Compaction(store, commits);
        var unused = compaction.timer.scheduleWithFixedDelay(
                compaction::compact, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return compaction;
    }

    private void compact() {
        try {
            int step = 0;
            while (step++ < STEPS_AT_ONCE && !timer.isShutdown() && !store.isClosed()) {
                long began = System.nanoTime();
                if (!commits.durably(() -> store.compact(FILL_PERCENT, STEP_BYTES))) return;
                LockSupport.parkNanos(System.nanoTime() - began);
            }
        } catch (RuntimeException e) {
            log.warn("the store could not be compacted; its file may grow", e);
        }
    }

    @Override
    public void close() {
        timer.close();
    }
}
