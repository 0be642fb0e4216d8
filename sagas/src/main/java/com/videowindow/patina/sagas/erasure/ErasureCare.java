package com.videowindow.patina.sagas.erasure;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.ErasureProgress;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Carries erasures out, again and again looking at which are open and doing for each what comes next. What comes next
 * follows from the log alone, so that there is no saga's state beside it that could be lost, or restored to another time:
 * a node that dies is followed by itself or another, which does the step again.
 */
@Component
@EnableConfigurationProperties(ErasureSettings.class)
final class ErasureCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(ErasureCare.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);
    private static final Duration LOOK_AT_ALL_EVERY = Duration.ofDays(1);
    /** When read models are behind, or are being rebuilt. */
    private static final Duration LOOK_LATER = Duration.ofMinutes(1);

    private static final Duration LATE = Duration.ofDays(2);

    private final Erasures erasures;
    private final ErasureSteps steps;
    private final Fences fences;
    private final Holds holds;
    private final Clock clock = Clock.systemUTC();
    private final Set<SubjectId> again = new HashSet<>();
    private Instant pausedUntil = Instant.MIN;
    private Instant looksAgain = Instant.MIN;
    private Instant looksAtAll = Instant.MIN;
    private boolean compared;

    ErasureCare(
            Erasures erasures,
            ErasureSteps steps,
            Fences fences,
            Holds holds,
            ErasureSettings settings,
            MeterRegistry meters) {
        super("erasures", settings.look());
        this.erasures = erasures;
        this.steps = steps;
        this.fences = fences;
        this.holds = holds;
        Gauge.builder("patina.erasures.open", () -> erasures.open().size()).register(meters);
        Gauge.builder("patina.erasures.overdue", () -> erasures.overdue(clock.instant()))
                .register(meters);
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(() -> attempt(this::destroyKeys), () -> attempt(this::clear));
    }

    private void attempt(Consumer<Instant> step) {
        try {
            step.accept(clock.instant());
        } catch (LogUnavailable | ReadModelUnavailable | Purge.NotYet e) {
            log.debug("Erasures wait: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Erasures fail and are tried again", e);
        }
    }

    /** Keys come first for everybody, and wait for nothing that takes its time. */
    private void destroyKeys(Instant now) {
        if (!compared && erasures.isReady()) {
            requestAgain(now);
            compared = true;
        }
        erasures.in(ErasureState.STARTED).forEach(one -> advance(one, false));
        again.removeIf(erasures::isBeingErased);
        again.forEach(subject -> erasures.of(subject)
                .filter(one -> one.state() == ErasureState.PENDING)
                .ifPresent(one -> advance(one, true)));
        erasures.due(now).stream()
                .filter(one -> holds.isReady() && !holds.isHeld(one.subject()))
                .forEach(one -> advance(one, false));
    }

    /**
     * Whose fence stands, while the log knows of no erasure: it is one from before, perhaps from while it was
     * held. What it says about them cannot be read, and what is made from it is cleared, and certified, again.
     */
    private void requestAgain(Instant now) {
        fences.all().stream()
                .filter(raised -> !erasures.isErased(raised.subject()))
                .forEach(raised -> {
                    again.add(raised.subject());
                    steps.requestAgain(raised, now);
                });
    }

    /** @param now may be told by whoever wants to see what days change */
    void clear(Instant now) {
        List<ErasureProgress> erased = erasures.in(ErasureState.ERASED);
        if (!erased.isEmpty() && !now.isBefore(pausedUntil)) {
            pausedUntil = now.plus(PAUSE); // what has to be waited for takes seconds
            steps.clear(erased, clock);
            pausedUntil = Instant.MIN;
        }
        // Before a node knows who is being erased it would take what is still to be cleared for what came back.
        if (erasures.isReady() && !now.isBefore(looksAgain)) {
            looksAgain = now.plus(LOOK_LATER);
            fences.settle(now);
            lookAgain(now);
            looksAgain = now.plus(LOOK_EVERY);
        }
    }

    /**
     * A node that stood still while somebody was erased may have written about them when it went on; and a snapshot of the
     * read models brings back whoever was in it, however long they are gone.
     */
    private void lookAgain(Instant now) {
        boolean all = !now.isBefore(looksAtAll);
        Map<SubjectId, LogPosition> gone = new HashMap<>();
        fences.all().stream()
                .filter(raised -> all || raised.at().isAfter(now.minus(LATE)))
                .map(Fences.Raised::subject)
                .filter(subject -> erasures.of(subject).isEmpty())
                .forEach(subject -> erasures.erasedAt(subject).ifPresent(at -> gone.put(subject, at)));
        if (!gone.isEmpty()) {
            steps.clearAgain(gone);
        }
        if (all) {
            looksAtAll = now.plus(LOOK_AT_ALL_EVERY);
        }
    }

    /** @param anyhow whether it starts whatever it would wait for, since its keys are gone already */
    private void advance(ErasureProgress erasure, boolean anyhow) {
        try {
            ErasureProgress reached =
                    erasure.state() == ErasureState.PENDING ? steps.start(erasure, anyhow, clock.instant()) : erasure;
            if (reached.state() == ErasureState.STARTED) {
                steps.destroyKeys(reached, clock);
            }
        } catch (Refused | ConcurrencyException | HandlerExecutionException overtaken) {
            log.debug("An erasure was decided otherwise meanwhile: {}", overtaken.toString());
        }
    }
}
