package com.videowindow.patina.sagas;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Does what it has to do again and again while the node runs, each round on a thread of its own, with a pause between. */
public abstract class Rounds implements SmartLifecycle {
    private final String name;
    private final Duration pause;
    private @Nullable ScheduledExecutorService threads;

    protected Rounds(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** What is done, always the same; one that throws is not done again. */
    protected abstract List<Runnable> rounds();

    @Override
    public final synchronized void start() {
        if (threads == null) {
            List<Runnable> all = rounds();
            ScheduledExecutorService started = Executors.newScheduledThreadPool(
                    all.size(), Thread.ofPlatform().daemon().name(name + "-", 0).factory());
            for (Runnable round : all) {
                ScheduledFuture<?> unused = started.scheduleWithFixedDelay(
                        round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
            threads = started;
        }
    }

    @Override
    public final synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return threads != null;
    }
}
