package com.videowindow.patina.projections.runner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again on a thread of its own, with a pause between; one failure does not end it. */
public final class Routine {
    private static final Logger log = LoggerFactory.getLogger(Routine.class);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private Routine(String name, int priority, Duration pause, Runnable task) {
        thread = Thread.ofPlatform().daemon().name(name).priority(priority).unstarted(() -> repeat(pause, task));
    }

    public static Routine every(Duration pause, String name, Runnable task) {
        return started(new Routine(name, Thread.NORM_PRIORITY, pause, task));
    }

    /** Likewise, but behind whatever else there is to do. */
    public static Routine aside(Duration pause, String name, Runnable task) {
        return started(new Routine(name, Thread.MIN_PRIORITY, pause, task));
    }

    private static Routine started(Routine routine) {
        routine.thread.start();
        return routine;
    }

    private void repeat(Duration pause, Runnable task) {
        try {
            do {
                once(task);
            } while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (stopped.getCount() == 0) {
                log.debug("{} was stopped in its work", thread.getName(), e);
                return;
            }
            log.error("{} failed and will try again", thread.getName(), e);
        }
    }

    public void stop() {
        stopped.countDown();
    }

    public void stopNow() {
        stop();
        thread.interrupt();
    }
}
