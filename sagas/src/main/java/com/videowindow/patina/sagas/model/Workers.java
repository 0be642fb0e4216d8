package com.videowindow.patina.sagas.model;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Threads that train, behind whatever else there is to do: half of the cores, so that whoever serves finds the others free. */
@Component
final class Workers implements DisposableBean {
    private final ForkJoinPool pool =
            new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Workers::thread, null, false);

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: who serves is only the quicker for it
    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setName("training-" + thread.getPoolIndex());
        return thread;
    }

    /** The same for what one thread does alone: another one than the caller's, since few may raise theirs again. */
    @SuppressWarnings("ThreadPriorityCheck")
    static void behind(Runnable work) {
        FutureTask<@Nullable Void> task = new FutureTask<>(work, null);
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("training")
                .priority(Thread.MIN_PRIORITY)
                .start(task);
        try {
            task.get();
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    ForkJoinPool pool() {
        return pool;
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }
}
