package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.audit.DeadLetters;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.projections.store.Indices;
import com.videowindow.patina.projections.store.ReadSide;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All read models of this node, started when the application is up and stopped before its stores. Whatever is away at
 * that moment is waited for, and a projection that Axon has sent into a long pause is started anew as soon as the log
 * answers again.
 */
@Component
@EnableConfigurationProperties(ProjectionSettings.class)
final class LiveProjections implements ProjectionDirectory, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LiveProjections.class);
    private final Map<String, LiveProjection<?>> byName = new TreeMap<>();
    private final ReadSide readSide;
    private final EventStore events;
    private final TokenStore tokens;
    private final LogInspection inspection;
    private final Duration pause;
    private @Nullable Routine care;

    LiveProjections(
            List<ReadModel<?>> models,
            ReadSide readSide,
            Indices indices,
            ProjectionSettings settings,
            MeterRegistry meters,
            EventStore events,
            TokenStore tokens,
            LogInspection inspection,
            Function<String, SequencedDeadLetterQueue<EventMessage<?>>> queues,
            DeadLetters stored) {
        PoisonedEvents.Letters letters = new PoisonedEvents.Letters(queues, stored);
        models.forEach(model ->
                byName.put(model.name(), new LiveProjection<>(model, readSide, indices, settings, letters, meters)));
        this.readSide = readSide;
        this.events = events;
        this.tokens = tokens;
        this.inspection = inspection;
        this.pause = settings.care();
    }

    @Override
    public Collection<LiveProjection<?>> all() {
        return byName.values();
    }

    @Override
    public Optional<LiveProjection<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public synchronized void start() {
        if (care == null) {
            care = Routine.every(pause, "projections-care", this::takeCare);
        }
    }

    private void takeCare() {
        probe();
        for (LiveProjection<?> projection : byName.values()) {
            try {
                if (projection.isAtItsEnd()) {
                    projection.stopAtItsEnd();
                    continue;
                }
                if (projection.lostTheLog()) {
                    inspection.head();
                    projection.stop();
                }
                if (!projection.isRunning()) {
                    projection.start(events, tokens);
                } else if (projection.segments() > 0) {
                    projection.ensureIndex();
                }
            } catch (ReadModelUnavailable e) {
                log.debug("Elasticsearch is away", e);
            } catch (RuntimeException e) {
                log.warn(
                        "Projection {} cannot start yet: {}", projection.model().name(), e.toString());
                projection.stop();
            }
        }
    }

    private void probe() {
        try {
            readSide.probe();
        } catch (ReadModelUnavailable e) {
            log.debug("Elasticsearch is away", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (care != null) {
            care.stopNow();
            care = null;
        }
        byName.values().parallelStream().forEach(LiveProjection::stop);
    }

    /** Before the web server opens, and after it has closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized boolean isRunning() {
        return care != null;
    }
}
