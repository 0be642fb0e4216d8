package com.videowindow.patina.sagas.retention;

import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.domain.erasure.Holds;
import com.videowindow.patina.domain.erasure.Purge.NotYet;
import com.videowindow.patina.domain.retention.Ending;
import com.videowindow.patina.domain.retention.RetentionRecord;
import com.videowindow.patina.domain.retention.Retentions;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks now and then for what has been kept for long enough, and carries endings out. What comes next follows from the log
 * alone, as with erasures; all nodes look, and the one stream in which endings stand lets one of them begin.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
final class RetentionCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(RetentionCare.class);
    private static final Duration COUNT = Duration.ofMinutes(1);

    private final Retentions retentions;
    private final Holds holds;
    private final RetentionSteps steps;
    private final RetentionSettings settings;
    private final Clock clock = Clock.systemUTC();
    private Instant looked = Instant.EPOCH;
    private Instant counted = Instant.EPOCH;
    /** Months of a kind that are over, and have not ended. */
    private volatile long due;
    /** Months of a kind and a person that are over, and that only a hold keeps. */
    private volatile long apart;

    RetentionCare(
            Retentions retentions,
            Holds holds,
            RetentionSteps steps,
            RetentionSettings settings,
            MeterRegistry meters) {
        super("retention", settings.step());
        this.retentions = retentions;
        this.holds = holds;
        this.steps = steps;
        this.settings = settings;
        Gauge.builder("patina.retention.open", this::openFor)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("patina.retention.due", () -> due).register(meters);
        Gauge.builder("patina.retention.apart", () -> apart).register(meters);
        Gauge.builder("patina.retention.held", () -> holds.people().size()).register(meters);
    }

    /** For how long the ending that is under way has been; 0 while none is. */
    private double openFor() {
        return retentions
                .now()
                .open()
                .map(ending ->
                        Duration.between(ending.started(), clock.instant()).toMillis() / 1e3)
                .orElse(0.0);
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(this::attempt);
    }

    private void attempt() {
        try {
            step(clock.instant());
        } catch (LogUnavailable | ReadModelUnavailable | NotYet e) {
            log.debug("Endings wait: {}", e.toString());
        } catch (Refused | ConcurrencyException | AggregateStreamCreationException | HandlerExecutionException e) {
            log.debug("Another node was first: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Endings fail and are tried again", e);
        }
    }

    private void step(Instant now) {
        if (!retentions.isReady() || !holds.isReady()) {
            return;
        }
        RetentionRecord known = retentions.now();
        if (!counted.plus(COUNT).isAfter(now)) {
            counted = now;
            apart = steps.apart();
            due = steps.due(known, now).size();
        }
        Optional<Ending> open = known.open();
        if (open.isPresent()) {
            steps.advance(known, open.get(), now);
        } else if (!looked.plus(settings.look()).isAfter(now)) {
            steps.start(known, now);
            looked = now;
        }
    }
}
