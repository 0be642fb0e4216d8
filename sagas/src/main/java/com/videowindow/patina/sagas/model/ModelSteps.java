package com.videowindow.patina.sagas.model;

import com.videowindow.patina.command.model.ModelCommand;
import com.videowindow.patina.command.model.ModelCommand.BeginTraining;
import com.videowindow.patina.command.model.ModelCommand.FailTraining;
import com.videowindow.patina.command.model.ModelCommand.RecordEvaluated;
import com.videowindow.patina.command.model.ModelCommand.RecordShadowed;
import com.videowindow.patina.command.model.ModelCommand.RecordTrained;
import com.videowindow.patina.command.model.ModelCommand.TakeTraining;
import com.videowindow.patina.domain.audit.LogInspection;
import com.videowindow.patina.domain.model.FailureReason;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelStore;
import com.videowindow.patina.domain.model.ModelStore.Stored;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.model.Training;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import com.videowindow.patina.learning.recommender.LastLikes;
import com.videowindow.patina.learning.recommender.TrainingSet;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of a training, each of which can be broken off anywhere and repeated, by this node or another: from the same place
 * in the log and with the same settings it comes to the same bytes, which are stored under what they are. That it was done is
 * recorded afterwards.
 */
@Component
class ModelSteps {
    private static final Logger log = LoggerFactory.getLogger(ModelSteps.class);

    private final CommandGateway commands;
    private final LogInspection inspection;
    private final Lessons lessons;
    private final ModelStore store;
    private final Workers workers;
    private final ModelSettings settings;
    private final Guardrails guardrails;
    private final Clock clock = Clock.systemUTC();
    private final UUID node = UUID.randomUUID();
    private @Nullable Work work;

    ModelSteps(
            CommandGateway commands,
            LogInspection inspection,
            Lessons lessons,
            ModelStore store,
            Workers workers,
            ModelSettings settings) {
        this.commands = commands;
        this.inspection = inspection;
        this.lessons = lessons;
        this.store = store;
        this.workers = workers;
        this.settings = settings;
        this.guardrails = new Guardrails(settings.guardrails());
    }

    /** What the next step needs again, where this node did the one before. */
    private record Work(TrainingId training, Lesson lesson, TrainingSet set) {}

    boolean isMine(Training training) {
        return training.isWith(node);
    }

    /** Takes it, or goes on with it, or holds it for longer. */
    ModelLine take(Training training) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        return training.begun() == null
                ? send(new BeginTraining(
                        training.id(),
                        node,
                        inspection.head(),
                        settings.training().hyperparameters(),
                        until,
                        now))
                : send(new TakeTraining(training.id(), node, until, now));
    }

    ModelLine fail(Training training, FailureReason reason) {
        log.warn("A training came to nothing: {}", reason);
        return send(new FailTraining(training.id(), node, reason, clock.instant()));
    }

    /** What comes next of one that this node has. */
    ModelLine advance(ModelLine line, Training training) throws IOException {
        ModelVersion model = training.model();
        if (model == null) {
            return train(training);
        }
        Optional<TrainedModel> known = line.find(model).filter(TrainedModel::isLiving);
        if (known.isEmpty()) {
            return fail(training, FailureReason.LOST);
        }
        return training.passed() ? shadow(line, training, known.get()) : evaluate(line, training, known.get());
    }

    private ModelLine train(Training training) throws IOException {
        Training.Begun begun = Objects.requireNonNull(training.begun());
        Work from = work(training);
        TrainingSet set = from.set();
        if (set.people() < settings.leastPeople() || set.likes() < settings.leastLikes()) {
            return fail(training, FailureReason.TOO_LITTLE);
        }
        long started = System.nanoTime();
        CollaborativeModel model = trained(set, begun.settings());
        Stored stored = store.put(model::write);
        Lineage lineage = new Lineage(
                begun.upTo(),
                set.people(),
                set.likes(),
                set.items().size(),
                from.lesson().erased(),
                from.lesson().excluded(),
                begun.settings());
        log.info(
                "Trained the model {} from {} people and {} likes in {} ms",
                stored.version(),
                set.people(),
                set.likes(),
                (System.nanoTime() - started) / 1_000_000);
        return send(new RecordTrained(training.id(), node, stored.version(), stored.bytes(), lineage, clock.instant()));
    }

    CollaborativeModel trained(TrainingSet set, Hyperparameters with) {
        return CollaborativeModel.train(set, Measuring.settings(with), workers.pool());
    }

    private ModelLine evaluate(ModelLine line, Training training, TrainedModel model) {
        Hyperparameters with = model.lineage().settings();
        LastLikes kept = new LastLikes(work(training).set(), settings.heldOut(), with.seed());
        Metrics measured = Measuring.of(with, kept, workers.pool());
        Optional<TrainedModel> inForce = line.inForce();
        Metrics other = inForce.map(TrainedModel::lineage)
                .map(Lineage::settings)
                .map(its -> its.equals(with) ? measured : Measuring.of(its, kept, workers.pool()))
                .orElseGet(() -> Measuring.of(kept.popular(), kept));
        Metrics before = inForce.map(TrainedModel::measured).orElse(null);
        return send(new RecordEvaluated(
                training.id(),
                node,
                measured,
                inForce.map(TrainedModel::version).orElse(null),
                other,
                guardrails.broken(measured, other, inForce.isPresent(), before),
                clock.instant()));
    }

    private ModelLine shadow(ModelLine line, Training training, TrainedModel model) throws IOException {
        Optional<CollaborativeModel> candidate = read(model.version());
        if (candidate.isEmpty()) {
            return fail(training, FailureReason.LOST);
        }
        CollaborativeModel inForce =
                line.inForce().flatMap(one -> readable(one.version())).orElse(null);
        Shadow shadow = Measuring.beside(
                candidate.get(),
                inForce,
                List.copyOf(work(training).lesson().likes().values()),
                settings.guardrails().shadowLists());
        return send(new RecordShadowed(training.id(), node, shadow, guardrails.broken(shadow), clock.instant()));
    }

    private Work work(Training training) {
        Work known = work;
        if (known == null || !known.training().equals(training.id())) {
            Training.Begun begun = Objects.requireNonNull(training.begun());
            Lesson lesson = lessons.upTo(begun.upTo());
            known = new Work(training.id(), lesson, lesson.set(begun.settings()));
            work = known;
        }
        return known;
    }

    /** What people like is not kept for longer than it is needed. */
    void done() {
        work = null;
    }

    /** @throws IOException also where the bytes are others */
    private Optional<CollaborativeModel> read(ModelVersion version) throws IOException {
        Optional<InputStream> bytes = store.open(version);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = bytes.get()) {
            return Optional.of(CollaborativeModel.read(in));
        }
    }

    /** Absent also where the bytes are others: a model in force that was altered must not keep the next from its place. */
    Optional<CollaborativeModel> readable(ModelVersion version) {
        try {
            return read(version);
        } catch (IOException e) {
            log.error("The model {} cannot be read: {}", version, e.getMessage());
            return Optional.empty();
        }
    }

    ModelLine send(ModelCommand step) {
        return commands.sendAndWait(step);
    }
}
