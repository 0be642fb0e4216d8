package com.videowindow.patina.api.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does several things at once, never more than agreed. The first failure ends it, since whatever is missing then is done by
 * the next run.
 */
final class SideBySide implements AutoCloseable {
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final Semaphore slots;

    SideBySide(int atOnce) {
        this.slots = new Semaphore(atOnce);
    }

    void send(Runnable what) throws InterruptedException {
        throwIfFailed();
        slots.acquire();
        senders.execute(() -> {
            try {
                what.run();
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
            } finally {
                slots.release();
            }
        });
    }

    boolean hasFailed() {
        return failure.get() != null;
    }

    private void throwIfFailed() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        senders.close();
        throwIfFailed();
    }
}
