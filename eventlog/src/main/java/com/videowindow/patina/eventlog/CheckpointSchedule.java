package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.LogUnavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the log from time to time. Every node does: whoever is first counts, and none needs to be there. */
final class CheckpointSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);
    private static final int LAST_WORDS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("log-checkpoints").daemon().unstarted(task));
    private final LogEvidence evidence;
    private final ScheduledFuture<?> signing;

    CheckpointSchedule(LogEvidence evidence, Duration every) {
        this.evidence = evidence;
        signing = timer.scheduleWithFixedDelay(this::sign, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sign() {
        try {
            evidence.sign();
        } catch (LogUnavailable e) {
            LOG.info("The log was not signed this time: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The log cannot be signed ({}); check it with: log verify", e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        signing.cancel(false);
        timer.shutdown();
        try {
            if (!timer.awaitTermination(LAST_WORDS, TimeUnit.SECONDS)) {
                LOG.warn("A checkpoint is still being signed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
