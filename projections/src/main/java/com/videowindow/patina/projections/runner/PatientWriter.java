package com.videowindow.patina.projections.runner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.projections.store.Document;
import com.videowindow.patina.projections.store.Indices;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes a batch for the live alias however long Elasticsearch is away. Axon would answer a failed batch by giving the
 * segment up for up to a minute; waiting here keeps the claim and goes on within a second of its return.
 */
final class PatientWriter<D> {
    private static final Logger log = LoggerFactory.getLogger(PatientWriter.class);
    private static final long FIRST_PAUSE_MILLIS = 50;

    private static final long OWN_KEYS = 200_000;

    private final ReadModel<D> model;
    private final String name;
    private final Fold<D> fold;
    private final Indices indices;
    private final Runnable ensureIndex;
    private final Duration longestPause;
    private final Timer timer;
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Keys of documents that this node wrote since it took its segments: nobody else writes those. */
    private final Cache<String, Boolean> own =
            Caffeine.newBuilder().maximumSize(OWN_KEYS).build();

    private volatile @Nullable String index;
    private volatile @Nullable String trouble;
    private volatile boolean worked;

    PatientWriter(
            ReadModel<D> model,
            Fold<D> fold,
            Indices indices,
            Runnable ensureIndex,
            Duration longestPause,
            Timer timer) {
        this.model = model;
        this.name = model.name();
        this.fold = fold;
        this.indices = indices;
        this.ensureIndex = ensureIndex;
        this.longestPause = longestPause;
        this.timer = timer;
    }

    void write(List<Positioned> events) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                once(events);
                healed();
                return;
            } catch (ReadModelUnavailable e) {
                indices.doubt(name);
                forgetOwn();
                troubled(e);
                pauseUnlessStopped(pause, e);
                pause = Math.min(pause * 2, longestPause.toMillis());
            } catch (RuntimeException | Error e) {
                forgetOwn();
                throw e;
            }
        }
    }

    private void once(List<Positioned> events) {
        long start = System.nanoTime();
        ensureIndex.run();
        String read = model.isFact() ? null : standing();
        String place = read == null ? name : Indices.forWriters(read);
        Map<String, Document<D>> written =
                fold.apply(place, true, events, key -> own.getIfPresent(key) == null ? null : model.recall(key));
        if (read == null || read.equals(index)) {
            written.forEach(model::written);
            written.keySet().forEach(key -> own.put(key, true));
        }
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    /** The index that stands behind the alias now; what is remembered of another one is forgotten. */
    private String standing() {
        String now =
                indices.behind(name).orElseThrow(() -> new ReadModelUnavailable("No index is behind " + name, null));
        if (!now.equals(index)) {
            if (index != null) {
                forgetOwn();
                model.swapped();
            }
            index = now;
        }
        return now;
    }

    private void pauseUnlessStopped(long millis, ReadModelUnavailable why) {
        try {
            if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
                throw why;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw why;
        }
    }

    void troubled(RuntimeException why) {
        if (trouble == null) {
            // Until Elasticsearch has been there once, it is starting: nothing that anybody must look after.
            log.atLevel(worked ? Level.WARN : Level.INFO).log("Projection {} waits: {}", name, why.toString());
        }
        trouble = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    void healed() {
        worked = true;
        if (trouble != null) {
            log.info("Projection {} goes on", name);
            trouble = null;
        }
    }

    /** From now on documents are read before they are written again: somebody else may have written them. */
    void forgetOwn() {
        own.invalidateAll();
    }

    /** Why it stands still; absent while it does not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    void stop() {
        stopped.countDown();
    }
}
