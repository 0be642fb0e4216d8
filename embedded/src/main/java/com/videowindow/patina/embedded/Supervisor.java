package com.videowindow.patina.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one Elasticsearch running until it is told to stop: whenever the process ends, it is started again, a little later
 * each time. The process is started from this thread because the kernel ends it together with the thread that did.
 */
final class Supervisor {
    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH_UP = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ElasticsearchLaunch launch;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Process process;

    private Supervisor(ElasticsearchLaunch launch) {
        this.launch = launch;
        this.thread =
                Thread.ofPlatform().daemon().name("elasticsearch-supervisor").unstarted(this::supervise);
    }

    static Supervisor start(ElasticsearchLaunch launch) {
        Supervisor supervisor = new Supervisor(launch);
        supervisor.thread.start();
        return supervisor;
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!isStopped()) {
                long since = System.nanoTime();
                int status = runOnce();
                if (isStopped()) return;
                if (System.nanoTime() - since > LONG_ENOUGH_UP.toNanos()) pause = FIRST_PAUSE;
                log.warn(
                        "Elasticsearch ended with status {}; it is started again in {} s (its own words: {})",
                        status,
                        pause.toSeconds(),
                        launch.folder().logs());
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int runOnce() throws InterruptedException {
        try {
            Process running = launch.start();
            process = running;
            if (isStopped()) running.destroyForcibly();
            return running.waitFor();
        } catch (IOException | RuntimeException e) {
            log.error("Elasticsearch cannot be started", e);
            return -1;
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Nullable
    Process process() {
        return process;
    }

    /** Returns when the process has ended. */
    void stop() {
        stopped.countDown();
        Process running = process;
        try {
            if (running != null) end(running);
            thread.join();
        } catch (InterruptedException e) {
            if (running != null) running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Process running) throws InterruptedException {
        ElasticsearchLaunch.end(running);
        if (!running.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) running.destroyForcibly();
    }
}
