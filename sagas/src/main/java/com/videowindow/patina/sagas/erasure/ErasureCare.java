package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Purge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries erasures out, again and again looking at which are open and doing for each what comes next. What comes next
 * follows from the log alone, so that there is no saga's state beside it that could be lost, or restored to another time:
 * a node that dies is followed by itself or another, which does the step again.
 */
@Component
@EnableConfigurationProperties(ErasureSettings.class)
final class ErasureCare implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ErasureCare.class);
    private static final Duration SETTLE_EVERY = Duration.ofHours(1);

    private final Erasures erasures;
    private final ErasureSteps steps;
    private final Fences fences;
    private final Duration look;
    private final Clock clock = Clock.systemUTC();
    private Instant settled = Instant.MIN;
    private @Nullable ScheduledExecutorService thread;

    ErasureCare(Erasures erasures, ErasureSteps steps, Fences fences, ErasureSettings settings, MeterRegistry meters) {
        this.erasures = erasures;
        this.steps = steps;
        this.fences = fences;
        this.look = settings.look();
        Gauge.builder("patina.erasures.open", () -> erasures.open().size()).register(meters);
        Gauge.builder("patina.erasures.overdue", this::overdue).register(meters);
    }

    /** Open longer than the law allows. */
    private long overdue() {
        Instant now = clock.instant();
        return erasures.open().stream()
                .filter(one -> one.deadline().isBefore(now))
                .count();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("erasures").factory());
            ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                    this::attempt, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void attempt() {
        try {
            care(clock.instant());
        } catch (LogUnavailable | ReadModelUnavailable | Purge.NotYet e) {
            log.debug("Erasures wait: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Erasures fail and are tried again", e);
        }
    }

    void care(Instant now) {
        List<ErasureProgress> erased = new ArrayList<>();
        for (ErasureProgress one : erasures.open()) {
            ErasureProgress reached = advanced(one, now);
            if (reached.state() == ErasureState.ERASED) {
                erased.add(reached);
            }
        }
        if (!erased.isEmpty()) {
            steps.clear(erased, now);
        }
        if (settled.isBefore(now.minus(SETTLE_EVERY))) {
            fences.settle(now);
            settled = now;
        }
    }

    /** As far as the person's keys, which come first for everybody. */
    private ErasureProgress advanced(ErasureProgress erasure, Instant now) {
        ErasureProgress reached = erasure;
        try {
            if (reached.state() == ErasureState.PENDING && !now.isBefore(reached.due())) {
                reached = steps.start(reached, now);
            }
            if (reached.state() == ErasureState.STARTED) {
                reached = steps.destroyKeys(reached, now);
            }
        } catch (Refused | ConcurrencyException | HandlerExecutionException overtaken) {
            log.debug("An erasure was decided otherwise meanwhile: {}", overtaken.toString());
        }
        return reached;
    }
}
