package com.videowindow.patina.sagas.model;

import com.videowindow.patina.command.model.ModelCommand.AskTraining;
import com.videowindow.patina.command.model.ModelCommand.RetireModel;
import com.videowindow.patina.command.model.ModelCommand.RollBackModel;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelState;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.Outcome;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.RollbackReason;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is to be done about models beside training them: asking for the next, letting those go that learned from somebody who
 * left, and taking back what does worse. All nodes look; the one stream of models lets each thing be done once.
 */
@Component
class ModelKeeping {
    private static final Logger log = LoggerFactory.getLogger(ModelKeeping.class);

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final ModelLines lines;
    private final ModelSteps steps;
    private final ModelStore store;
    private final Lessons lessons;
    private final LogInspection inspection;
    private final ModelSettings settings;
    private @Nullable Instant looked;
    private Instant watched = Instant.MIN;
    private Set<ModelVersion> swept = Set.of();
    private Instant sweptAt = Instant.EPOCH;

    ModelKeeping(
            ModelLines lines,
            ModelSteps steps,
            ModelStore store,
            Lessons lessons,
            LogInspection inspection,
            ModelSettings settings) {
        this.lines = lines;
        this.steps = steps;
        this.store = store;
        this.lessons = lessons;
        this.inspection = inspection;
        this.settings = settings;
    }

    void look(Instant now) {
        askDaily(now);
        askForLeavers(now);
        retire(now);
        deleteBytes(now);
        watch(now);
        looked = now;
    }

    private void askDaily(Instant now) {
        ModelLine line = lines.now();
        Outcome before = line.last();
        if (new Daily(settings.at()).isDue(before == null ? null : before.at(), looked, now)) {
            ask(line, Trigger.SCHEDULE, now);
        }
    }

    /** Where one that came to nothing would be tried again, it is not sooner than after the same time. */
    private void askForLeavers(Instant now) {
        ModelLine line = lines.now();
        Outcome before = line.last();
        boolean tooSoon = before != null && now.isBefore(before.at().plus(settings.relearnAfter()));
        boolean left = line.living().stream().map(this::leftSince).allMatch(since -> since.filter(
                        at -> !now.isBefore(at.plus(settings.relearnAfter())))
                .isPresent());
        if (left && !line.living().isEmpty() && !tooSoon) {
            ask(line, Trigger.ERASURE, now);
        }
    }

    private Optional<Instant> leftSince(TrainedModel model) {
        return lines.leftSince(model.lineage().upTo());
    }

    private void ask(ModelLine line, Trigger trigger, Instant now) {
        if (line.open().isEmpty()) {
            steps.send(new AskTraining(new TrainingId(UUID.randomUUID()), trigger, null, now));
        }
    }

    /** At the latest after the configured time; sooner where one is in force that nobody of it left. */
    private void retire(Instant now) {
        ModelLine line = lines.now();
        boolean replaced =
                line.inForce().filter(model -> leftSince(model).isEmpty()).isPresent();
        for (TrainedModel model : line.living()) {
            leftSince(model)
                    .filter(at -> replaced || !now.isBefore(at.plus(settings.retireAfter())))
                    .filter(at -> !isInTraining(line, model))
                    .ifPresent(at -> retire(model, RetirementReason.ERASURE, now));
        }
        List<TrainedModel> rest = lines.now().living();
        rest.stream()
                .filter(model -> model.state() != ModelState.IN_FORCE && !isInTraining(line, model))
                .filter(model -> !line.before().filter(model.version()::equals).isPresent())
                .limit(Math.max(0, rest.size() - settings.keep()))
                .forEach(model -> retire(model, RetirementReason.SUPERSEDED, now));
    }

    private static boolean isInTraining(ModelLine line, TrainedModel model) {
        return line.open()
                .filter(training -> model.version().equals(training.model()))
                .isPresent();
    }

    private void retire(TrainedModel model, RetirementReason reason, Instant now) {
        log.info("The model {} serves no more: {}", model.version(), reason);
        steps.send(new RetireModel(model.version(), reason, now));
    }

    /**
     * What nobody may read any more, as soon as it is retired; and what a training left that was broken off, now and then: to
     * look for that costs a walk through all pieces. While a training is under way its bytes may be there before the log says so.
     */
    private void deleteBytes(Instant now) {
        ModelLine line = lines.now();
        Set<ModelVersion> living =
                line.living().stream().map(TrainedModel::version).collect(Collectors.toSet());
        boolean due = !living.equals(swept) || !now.isBefore(sweptAt.plus(SWEEP_EVERY));
        if (due && line.open().isEmpty()) {
            store.all().stream()
                    .filter(version -> !living.contains(version))
                    .filter(version -> lines.now().open().isEmpty())
                    .forEach(store::delete);
            swept = living;
            sweptAt = now;
        }
    }

    private void watch(Instant now) {
        ModelLine line = lines.now();
        Optional<TrainedModel> inForce =
                line.inForce().filter(model -> now.isBefore(model.changed().plus(settings.watch())));
        if (inForce.isPresent() && line.before().isPresent() && !now.isBefore(watched.plus(settings.watchEvery()))) {
            watched = now;
            watch(inForce.get(), line.before().get(), now);
        }
    }

    private void watch(TrainedModel model, ModelVersion before, Instant now) {
        Optional<CollaborativeModel> newer = steps.readable(model.version());
        Optional<CollaborativeModel> older = steps.readable(before);
        if (newer.isEmpty() || older.isEmpty()) {
            return;
        }
        Regression seen = Regression.of(
                newer.get(), older.get(), lessons.both(model.lineage().upTo(), inspection.head()));
        if (seen.isPlain(settings.watchPeople(), settings.guardrails().regression())) {
            log.warn(
                    "The model {} does worse than the one before on what {} people liked since, and is taken back: {} and {}",
                    model.version(),
                    seen.people(),
                    seen.gain(),
                    seen.before());
            steps.send(new RollBackModel(model.version(), RollbackReason.REGRESSION, null, now));
        }
    }
}
