package com.videowindow.patina.projections.model;

import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.model.ModelEvent;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.projections.memory.MemoryView;
import com.videowindow.patina.projections.runner.Positioned;
import com.videowindow.patina.projections.runner.Routine;
import com.videowindow.patina.query.recommendation.Models;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The model in force, and some of before, in memory. What the log puts in force is read by a thread of its own, and takes the
 * place of the former at once when it is whole; while it cannot be read, or is not what it is named by, the former goes on to
 * serve. What may serve no more is let go of as soon as the log says so.
 */
@Component
final class HeldModels implements Models, MemoryView {
    private static final Logger log = LoggerFactory.getLogger(HeldModels.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final long AGAIN = Duration.ofSeconds(30).toNanos();
    /** The one in force, the one before, and one that somebody asks about. */
    private static final int HELD = 3;

    private final KnownModels known;
    private final ModelStore store;
    private final Counter refused;
    private final Object lock = new Object();
    /** Least recently asked for first. */
    private final Map<ModelVersion, Serving> held = new LinkedHashMap<>(HELD, 0.75f, true);

    private final Map<ModelVersion, Long> failed = new LinkedHashMap<>();
    private volatile @Nullable Serving current;
    private @Nullable Routine routine;
    private boolean stopped;

    HeldModels(KnownModels known, ModelStore store, MeterRegistry meters) {
        this.known = known;
        this.store = store;
        this.refused = Counter.builder("patina.models.unreadable").register(meters);
    }

    @Override
    public boolean concerns(Class<?> event) {
        return ModelEvent.class.isAssignableFrom(event);
    }

    /** Which view hears of it first is open, so what is let go of is told by the event, or by the next look. */
    @Override
    public void on(Positioned event) {
        letGo();
    }

    private void letGo() {
        synchronized (lock) {
            held.keySet().removeIf(version -> !known.isLiving(version));
            Serving now = current;
            boolean nothing = known.now().inForce().isEmpty();
            if (now != null && (nothing || !known.isLiving(now.version()))) {
                current = null;
            }
        }
    }

    /** Read before this returns: recommending without it would be another product. */
    @Override
    public void caughtUp() {
        follow();
        synchronized (lock) {
            if (!stopped) {
                routine = Routine.aside(LOOK, "models", this::follow);
            }
        }
    }

    @Override
    public void stop() {
        synchronized (lock) {
            stopped = true;
            if (routine != null) {
                routine.stop();
            }
        }
    }

    private void follow() {
        letGo();
        known.now().inForce().map(TrainedModel::version).ifPresent(version -> {
            Serving now = current;
            if (now == null || !now.version().equals(version)) {
                find(version).ifPresent(next -> putInForce(next));
            }
        });
    }

    private void putInForce(Serving next) {
        synchronized (lock) {
            if (known.now().isInForce(next.version())) {
                current = next;
                log.info("The model {} is in force on this node", next.version());
            }
        }
    }

    @Override
    public Optional<Serving> current() {
        return Optional.ofNullable(current).filter(serving -> known.isLiving(serving.version()));
    }

    @Override
    public Optional<Serving> find(ModelVersion version) {
        if (!known.isLiving(version)) {
            return Optional.empty();
        }
        synchronized (lock) {
            Serving there = held.get(version);
            Long last = failed.get(version);
            boolean tooSoon = last != null && System.nanoTime() - last < AGAIN;
            if (there != null || tooSoon) {
                return Optional.ofNullable(there);
            }
        }
        return read(version);
    }

    private Optional<Serving> read(ModelVersion version) {
        try {
            Optional<InputStream> bytes = store.open(version);
            if (bytes.isEmpty()) {
                throw new IOException("its bytes are gone");
            }
            try (InputStream in = bytes.get()) {
                return Optional.of(keep(new Serving(version, CollaborativeModel.read(in))));
            }
        } catch (IOException | LogUnavailable e) {
            refused.increment();
            log.error("The model {} cannot be read, and does not serve: {}", version, e.getMessage());
            synchronized (lock) {
                failed.clear();
                failed.put(version, System.nanoTime());
            }
            return Optional.empty();
        }
    }

    private Serving keep(Serving read) {
        synchronized (lock) {
            failed.remove(read.version());
            if (known.isLiving(read.version())) {
                held.put(read.version(), read);
                if (held.size() > HELD) {
                    held.remove(held.keySet().iterator().next());
                }
            }
            return read;
        }
    }
}
