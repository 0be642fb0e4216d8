package com.videowindow.patina.sagas.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.ErasureState;
import com.videowindow.patina.domain.erasure.Erasures;
import com.videowindow.patina.domain.erasure.Fences;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.PartFences;
import com.videowindow.patina.domain.erasure.Purge;
import com.videowindow.patina.domain.part.OpenParts;
import com.videowindow.patina.domain.part.PartProgress;
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
import java.util.stream.Collectors;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Carries erasures of parts out, again and again looking at which are open and doing for each what comes next, which follows
 * from the log alone. Of one person one is on its way at a time, the oldest first; whoever leaves as a whole is left to that.
 */
@Component
@EnableConfigurationProperties(PartSettings.class)
final class PartCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(PartCare.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_AT_ALL_EVERY = Duration.ofDays(1);
    /** When read models are behind, or are being rebuilt. */
    private static final Duration LOOK_LATER = Duration.ofMinutes(1);

    private static final Set<ErasureState> BEFORE = Set.of(ErasureState.PENDING, ErasureState.HELD);

    private final OpenParts parts;
    private final Erasures erasures;
    private final PartSteps steps;
    private final PartFences keys;
    private final Fences fences;
    private final Holds holds;
    private final Clock clock = Clock.systemUTC();
    private final Set<ErasureId> again = new HashSet<>();
    private boolean compared;
    private Instant pausedUntil = Instant.MIN;
    private Instant looksAtAll = Instant.MIN;

    PartCare(
            OpenParts parts,
            Erasures erasures,
            PartSteps steps,
            PartFences keys,
            Fences fences,
            Holds holds,
            PartSettings settings,
            MeterRegistry meters) {
        super("parts", settings.look());
        this.parts = parts;
        this.erasures = erasures;
        this.steps = steps;
        this.keys = keys;
        this.fences = fences;
        this.holds = holds;
        Gauge.builder("patina.parts.open", () -> parts.open().size()).register(meters);
        Gauge.builder("patina.parts.overdue", this::overdue).register(meters);
    }

    /** Open longer than the law allows. */
    private long overdue() {
        Instant now = clock.instant();
        return parts.open().stream().filter(one -> one.deadline().isBefore(now)).count();
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::advance, () -> attempt(this::clear), () -> attempt(this::lookAgain));
    }

    private void advance() {
        if (!compared && parts.isReady() && erasures.isReady()) {
            attempt(this::requestAgain);
        }
        if (erasures.isReady()) {
            parts.open().forEach(one -> attempt(() -> advance(one, clock.instant())));
        }
    }

    /**
     * Whose part's fence stands, while the log does not know that it is gone: it is one from before, perhaps from while it
     * was held or could be taken back. Whoever was erased as a whole meanwhile is erased so again.
     */
    private void requestAgain() {
        Set<SubjectId> left = fences.all().stream().map(Fences.Raised::subject).collect(Collectors.toSet());
        keys.all().stream()
                .filter(raised -> !parts.isForgotten(raised.erasure()) && !left.contains(raised.subject()))
                .filter(raised -> parts.find(raised.erasure())
                        .map(one -> BEFORE.contains(one.state()))
                        .orElse(true))
                .forEach(raised -> {
                    steps.requestAgain(raised, clock.instant());
                    again.add(raised.erasure());
                });
        compared = true;
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (LogUnavailable | ReadModelUnavailable | Purge.NotYet e) {
            log.debug("The erasure of a part waits: {}", e.toString());
        } catch (Refused | ConcurrencyException | HandlerExecutionException overtaken) {
            log.debug("The erasure of a part was decided otherwise meanwhile: {}", overtaken.toString());
        } catch (RuntimeException e) {
            log.error("The erasure of a part fails and is tried again", e);
        }
    }

    private void advance(PartProgress one, Instant now) {
        if (erasures.isErased(one.subject())) {
            steps.endWithWhole(one, now);
            return;
        }
        if (erasures.isLeaving(one.subject())) {
            return;
        }
        if (one.places() == null) {
            steps.hide(one, now);
        } else if (one.state() == ErasureState.PENDING && isDue(one, now) && isNext(one)) {
            steps.start(one, now);
        } else if (one.state() == ErasureState.STARTED && !one.closed()) {
            steps.closeKeys(one, now);
        } else if (one.state() == ErasureState.STARTED) {
            steps.destroyKeys(one, now);
        }
    }

    private boolean isDue(PartProgress one, Instant now) {
        return again.contains(one.erasure())
                || (!now.isBefore(one.due()) && holds.of(one.subject()).isEmpty());
    }

    private boolean isNext(PartProgress one) {
        return parts.of(one.subject()).stream()
                .noneMatch(other -> other.state() == ErasureState.STARTED || other.state() == ErasureState.ERASED);
    }

    /** A snapshot of the read models brings back whatever was in it. Whoever was erased as a whole is looked for as that. */
    private void lookAgain() {
        Instant now = clock.instant();
        if (!parts.isReady() || !erasures.isReady() || now.isBefore(looksAtAll)) {
            return;
        }
        looksAtAll = now.plus(LOOK_LATER);
        List<ErasureId> gone = keys.all().stream()
                .filter(raised -> !erasures.isErased(raised.subject()))
                .map(PartFences.Raised::erasure)
                .filter(part -> parts.isForgotten(part) && parts.find(part).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            Map<SubjectId, LogPosition> started = new HashMap<>(parts.started());
            started.keySet().removeIf(erasures::isBeingErased);
            steps.clearAgain(gone, started);
        }
        looksAtAll = now.plus(LOOK_AT_ALL_EVERY);
    }

    private void clear() {
        List<PartProgress> erased = parts.open().stream()
                .filter(one -> one.state() == ErasureState.ERASED && !erasures.isLeaving(one.subject()))
                .toList();
        Instant now = clock.instant();
        if (!erased.isEmpty() && !now.isBefore(pausedUntil)) {
            pausedUntil = now.plus(PAUSE); // what has to be waited for takes seconds
            steps.clear(erased, clock);
            pausedUntil = Instant.MIN;
        }
    }
}
