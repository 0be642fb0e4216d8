package com.videowindow.patina.projections.rebuild;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.projections.runner.Fold;
import com.videowindow.patina.projections.runner.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A rebuild's documents, folded side by side: each part has its own keys, so that the events of one document stay in order.
 * While one batch is folded the next is read.
 */
final class Parts<D> implements AutoCloseable {
    private static final int MOST = 8;
    /** Of the heap, for all parts together. */
    private static final int SHARE = 4;

    /** Repeats work that fails while a store is away. */
    @FunctionalInterface
    interface Patience {
        void until(Runnable done) throws InterruptedException;
    }

    private final Fold<D> fold;
    private final Patience patience;
    private final List<Part<D>> parts = new ArrayList<>();
    private final ExecutorService workers;
    private final List<Future<?>> underWay = new ArrayList<>();

    /** @param since what was to be left out by then is left out of all that is read */
    Parts(String name, Fold<D> fold, String index, LogPosition since, Patience patience) {
        this.fold = fold;
        this.patience = patience;
        Runtime machine = Runtime.getRuntime();
        int number = Math.min(machine.availableProcessors(), MOST);
        for (int i = 0; i < number; i++) {
            parts.add(new Part<>(fold, index, since, machine.maxMemory() / SHARE / number));
        }
        this.workers = Executors.newFixedThreadPool(
                number,
                Thread.ofPlatform().daemon().name("rebuild-" + name + "-", 0).factory());
    }

    /** Goes on with these events when the ones before are done. */
    void take(List<Positioned> events) throws InterruptedException {
        List<List<Positioned>> shares = new ArrayList<>();
        parts.forEach(part -> shares.add(new ArrayList<>()));
        for (Positioned one : events) {
            String key = fold.model().key(one.event(), one.position());
            if (key != null) {
                shares.get(Math.floorMod(key.hashCode(), parts.size())).add(one);
            }
        }
        await();
        for (int i = 0; i < parts.size(); i++) {
            List<Positioned> share = shares.get(i);
            start(parts.get(i), part -> part.take(share));
        }
    }

    /** Until everything that was taken is stored. */
    void write() throws InterruptedException {
        await();
        parts.forEach(part -> start(part, Part::write));
        await();
    }

    private void start(Part<D> part, Consumer<Part<D>> work) {
        underWay.add(workers.submit(() -> {
            patience.until(() -> work.accept(part));
            return part;
        }));
    }

    private void await() throws InterruptedException {
        try {
            for (Future<?> one : underWay) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } finally {
            underWay.clear();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
