package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.audit.LogUnavailable;
import com.videowindow.patina.domain.model.FailureReason;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.model.Training;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.sagas.Pauses;
import com.videowindow.patina.sagas.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks again and again for what comes next of the models. What that is follows from the log alone, as with erasures; whose
 * append comes first has a training, and says so from time to time while it takes.
 */
@Component
@EnableConfigurationProperties(ModelSettings.class)
final class ModelCare extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(ModelCare.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final int BEATS = 3;

    private final ModelLines lines;
    private final ModelSteps steps;
    private final ModelKeeping keeping;
    private final Duration beat;
    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable Training at;
    private volatile Instant held = Instant.MIN;
    private @Nullable TrainingId done;
    private Pauses pauses = Pauses.NONE;

    ModelCare(ModelLines lines, ModelSteps steps, ModelKeeping keeping, ModelSettings settings, MeterRegistry meters) {
        super("models", settings.step());
        this.lines = lines;
        this.steps = steps;
        this.keeping = keeping;
        this.beat = settings.lease().dividedBy(BEATS);
        Gauge.builder("patina.models.training", () -> lines.now().open().isPresent() ? 1 : 0)
                .register(meters);
        Gauge.builder("patina.models.kept", () -> lines.now().living().size()).register(meters);
        Gauge.builder("patina.models.outdated", () -> lines.now().living().stream()
                        .map(TrainedModel::lineage)
                        .filter(lineage -> lines.leftSince(lineage.upTo()).isPresent())
                        .count())
                .register(meters);
    }

    @Override
    protected List<Runnable> rounds() {
        return List.of(
                () -> attempt(() -> Workers.behind(this::work)),
                () -> attempt(this::hold),
                () -> attempt(() -> Workers.behind(() -> keeping.look(clock.instant()))));
    }

    private void attempt(Runnable round) {
        try {
            if (lines.isReady()) {
                round.run();
            }
        } catch (LogUnavailable e) {
            log.debug("Models wait: {}", e.toString());
        } catch (Refused | ConcurrencyException | AggregateStreamCreationException | HandlerExecutionException e) {
            log.debug("Another node was first: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("Models are looked after again later", e);
        }
    }

    /** Goes on with a training until it is over, or another node's. */
    private void work() {
        ModelLine line = lines.now();
        Optional<Training> open = line.open();
        while (open.filter(training -> mayGoOn(training, clock.instant())).isPresent()) {
            Training training = open.get();
            line = steps.isMine(training) ? advance(line, training) : steps.take(training);
            Optional<Training> next = line.open();
            if (next.equals(open)) {
                break; // another node was first, or it failed
            }
            open = next;
        }
        if (open.isEmpty() || !steps.isMine(open.get())) {
            at = null;
            steps.done();
        }
    }

    /** What this node has done may not have come back from the log yet. */
    private boolean mayGoOn(Training training, Instant now) {
        boolean over = training.id().equals(done);
        return !over && (steps.isMine(training) ? pauses.areOver(now) : training.isFree(now));
    }

    private ModelLine advance(ModelLine line, Training training) {
        at = training;
        if (training.attempts() > MOST_ATTEMPTS || pauses.failed() >= MOST_ATTEMPTS) {
            return ended(steps.fail(training, FailureReason.TOO_OFTEN), training);
        }
        try {
            ModelLine next = steps.advance(line, training);
            return next.open().isEmpty() ? ended(next, training) : next;
        } catch (LogUnavailable | ConcurrencyException e) {
            throw e; // it is not the training that fails
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // too little memory is mended by a smaller patina.models.training.items
            pauses = pauses.again(clock.instant());
            log.error("A training fails and is tried again", e);
            return line;
        }
    }

    private ModelLine ended(ModelLine line, Training training) {
        done = training.id();
        pauses = Pauses.NONE;
        return line;
    }

    /** A training takes longer than others wait. */
    private void hold() {
        Training training = at;
        Instant now = clock.instant();
        if (training != null && !now.isBefore(held.plus(beat))) {
            held = now;
            steps.take(training);
        }
    }
}
