package com.videowindow.patina.api.recommendation;

import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.command.recommendation.RecordServed;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stores served lists behind the caller's back: a bounded queue, and one worker that takes what is there and sends it
 * together, so that the log stores it in one block. Storing is idempotent by the list's id, so a batch that failed
 * is simply sent again. While the log is away lists wait here; when the queue is full there are no personal lists.
 */
@Component
final class TrailQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TrailQueue.class);

    private final Commands commands;
    private final TrailSettings settings;
    private final LinkedBlockingQueue<RecommendationsServed> waiting;
    private volatile boolean behind;
    private volatile boolean stopping;
    private @Nullable Thread worker;

    TrailQueue(Commands commands, TrailSettings settings, MeterRegistry meters) {
        this.commands = commands;
        this.settings = settings;
        this.waiting = new LinkedBlockingQueue<>(settings.queue());
        meters.gauge("patina.trails.waiting", waiting, LinkedBlockingQueue::size);
    }

    /** @return false when there is no room: the list must then not be shown */
    boolean offer(RecommendationsServed served) {
        return waiting.offer(served);
    }

    boolean isFull() {
        return waiting.remainingCapacity() == 0;
    }

    /** Whether the log did not take the last lists: they wait, and callers should know. */
    boolean isBehind() {
        return behind;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        worker = Thread.ofPlatform().name("trails").start(this::work);
    }

    private void work() {
        List<RecommendationsServed> batch = new ArrayList<>();
        long giveUpAt = Long.MAX_VALUE;
        try {
            while (!(stopping && batch.isEmpty() && waiting.isEmpty()) && System.nanoTime() < giveUpAt) {
                if (stopping && giveUpAt == Long.MAX_VALUE) {
                    giveUpAt = System.nanoTime() + settings.drain().toNanos();
                }
                fill(batch);
                behind = !batch.isEmpty() && !store(batch);
                if (behind) {
                    TimeUnit.NANOSECONDS.sleep(settings.again().toNanos());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!batch.isEmpty() || !waiting.isEmpty()) {
            LOG.warn("{} served lists could not be stored before the end", batch.size() + waiting.size());
        }
    }

    private void fill(List<RecommendationsServed> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            RecommendationsServed first = waiting.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                TimeUnit.NANOSECONDS.sleep(stopping ? 0 : settings.linger().toNanos());
            }
        }
        waiting.drainTo(batch, settings.batch() - batch.size());
    }

    /** Empties the batch when all of it was stored; otherwise some may have been, which the next try finds out. */
    private boolean store(List<RecommendationsServed> batch) {
        try {
            commands.send(new RecordServed(batch), List.class);
        } catch (RuntimeException failed) {
            LOG.debug("Served lists wait for the log", failed);
            return false;
        }
        batch.clear();
        return true;
    }

    /** After the web server stopped taking requests, before anything that the log needs is taken down. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4_096;
    }

    @Override
    public synchronized void stop() {
        Thread running = worker;
        stopping = true;
        if (running != null) {
            try {
                running.join(settings.drain().plusSeconds(2));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
