package com.videowindow.patina.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Done;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.problem.Problem;
import com.videowindow.patina.api.problem.ProblemType;
import com.videowindow.patina.api.problem.Turnstile;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.command.model.ModelCommand;
import com.videowindow.patina.command.model.ModelCommand.AskTraining;
import com.videowindow.patina.command.model.ModelCommand.PromoteModel;
import com.videowindow.patina.command.model.ModelCommand.RollBackModel;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.Rederivation;
import com.videowindow.patina.domain.model.Rederivation.Rederived;
import com.videowindow.patina.domain.model.RollbackReason;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.query.recommendation.FindModelValue;
import com.videowindow.patina.query.recommendation.ModelValue;
import com.videowindow.patina.query.recommendation.Models;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Engineers train, promote and roll back; who makes the product reads along. Nothing here is about anybody. */
@RestController
@RequestMapping("/api/v1/models")
final class ModelController {
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Commands commands;
    private final Questions questions;
    private final ModelLines lines;
    private final Models models;
    private final Rederivation rederivation;
    private final ReadYourWrites writes;
    private final ReentrantLock deriving = new ReentrantLock();

    ModelController(
            Commands commands,
            Questions questions,
            ModelLines lines,
            Models models,
            Rederivation rederivation,
            ReadYourWrites writes) {
        this.commands = commands;
        this.questions = questions;
        this.lines = lines;
        this.models = models;
        this.rederivation = rederivation;
        this.writes = writes;
    }

    /**
     * All models, the newest first.
     *
     * @param inForce absent where none is
     * @param serving what this node serves, which follows in a moment
     * @param training that is under way
     * @param last how the last training ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelViews(
            List<ModelView> items,
            @Nullable ModelVersion inForce,
            @Nullable ModelVersion serving,
            @Nullable TrainingView training,
            TrainingView.@Nullable Ended last) {}

    /** @param position from which on it holds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrainingAsked")
    record Asked(@Nullable TrainingView training, LogPosition position) {}

    /** @param position from which on it holds */
    @Schema(name = "ModelDecided")
    record Decided(ModelView model, LogPosition position) {}

    /** What a model was trained from. */
    record LineageView(ModelVersion id, TrainingId training, Instant trainedAt, Lineage lineage) {}

    /**
     * Whether a model follows from the log.
     *
     * @param derived what training from the log again comes to
     * @param leftSince when somebody left whom it may have learned from, so that it cannot follow any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RederivedView(
            ModelVersion id,
            ModelVersion derived,
            boolean equal,
            @Nullable Instant leftSince) {}

    @Operation(operationId = "listModels", summary = "The trained models, the newest first, and which is in force.")
    @GetMapping
    Answer<ModelViews> all(@RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, "memory", () -> views(lines.now()));
    }

    private ModelViews views(ModelLine line) {
        return new ModelViews(
                line.models().stream()
                        .sorted(Comparator.comparing(TrainedModel::trained).reversed())
                        .map(ModelView::of)
                        .toList(),
                line.inForce().map(TrainedModel::version).orElse(null),
                models.current().map(Models.Serving::version).orElse(null),
                line.open().map(TrainingView::of).orElse(null),
                Optional.ofNullable(line.last()).map(TrainingView.Ended::of).orElse(null));
    }

    @Operation(operationId = "getModel", summary = "One model, and what it was measured by.")
    @GetMapping("/{id}")
    Answer<ModelView> one(@PathVariable ModelVersion id, @RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, "memory", () -> ModelView.of(known(id)));
    }

    private TrainedModel known(ModelVersion id) {
        return lines.now().find(id).orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(operationId = "getModelLineage", summary = "What a model was trained from.")
    @GetMapping("/{id}/lineage")
    LineageView lineage(@PathVariable ModelVersion id) {
        TrainedModel model = known(id);
        return new LineageView(id, model.training(), model.trained(), model.lineage());
    }

    @Operation(
            operationId = "getModelValue",
            summary =
                    "What a model would have been worth, estimated from lists that were served and what came of them.")
    @GetMapping("/{id}/value")
    ModelValue value(
            @PathVariable ModelVersion id,
            @RequestParam(defaultValue = "28") @Min(1) @Max(366) int days,
            @RequestParam(defaultValue = "PT24H") Duration window) {
        known(id);
        if (!window.isPositive() || window.compareTo(LONGEST) > 0) {
            throw Unacceptable.field("window", "must be above nothing and at most 30 days, such as PT24H");
        }
        Instant now = Instant.now();
        FindModelValue question = new FindModelValue(id, now.minus(Duration.ofDays(days)), window, now);
        AtomicReference<ModelValue> found = new AtomicReference<>();
        boolean serves = Turnstile.standAside(() -> {
            questions.find(question, ModelValue.class).ifPresent(found::set);
            return found.get() != null;
        });
        if (!serves) {
            throw Unacceptable.nothingHere();
        }
        return found.get();
    }

    @Operation(operationId = "compareModels", summary = "What two models differ in.")
    @GetMapping("/{id}/diff/{other}")
    ModelDiff diff(@PathVariable ModelVersion id, @PathVariable ModelVersion other) {
        TrainedModel first = known(id);
        TrainedModel second = known(other);
        return ModelDiff.of(first, second, models.find(id), models.find(other));
    }

    @Operation(
            operationId = "startTraining",
            summary = "Has a model trained from the log, measured, and put in force if it breaks no guardrail.")
    @PostMapping("/trainings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked train(Caller engineer) {
        Done<ModelLine> done = send(
                new AskTraining(new TrainingId(UUID.randomUUID()), Trigger.ASKED, engineer.subject(), Instant.now()));
        return new Asked(done.result().open().map(TrainingView::of).orElse(null), done.position());
    }

    @Operation(operationId = "promoteModel", summary = "Puts a model in force, whatever the guardrails say.")
    @PostMapping("/{id}/promotion")
    Decided promote(Caller engineer, @PathVariable ModelVersion id) {
        return decided(id, new PromoteModel(id, engineer.subject(), Instant.now()));
    }

    @Operation(operationId = "rollBackModel", summary = "Takes the model out of force, for the one before it.")
    @PostMapping("/{id}/rollback")
    Decided rollBack(Caller engineer, @PathVariable ModelVersion id) {
        return decided(id, new RollBackModel(id, RollbackReason.BY_HAND, engineer.subject(), Instant.now()));
    }

    private Decided decided(ModelVersion id, ModelCommand decision) {
        known(id);
        Done<ModelLine> done = send(decision);
        return new Decided(
                ModelView.of(done.result().find(id).orElseThrow(Unacceptable::nothingHere)), done.position());
    }

    private Done<ModelLine> send(ModelCommand command) {
        return commands.sendForReceipt(command, ModelLine.class);
    }

    @Operation(
            operationId = "rederiveModel",
            summary = "Trains again from the log, up to where the model was trained from, and compares the bytes.")
    @PostMapping("/{id}/rederivation")
    RederivedView rederive(@PathVariable ModelVersion id) {
        known(id);
        if (!deriving.tryLock()) {
            throw new Unacceptable(Problem.of(ProblemType.BUSY, "One is being derived already."));
        }
        try {
            AtomicReference<Rederived> found = new AtomicReference<>();
            boolean known = Turnstile.standAside(() -> {
                rederivation.rederive(id).ifPresent(found::set);
                return found.get() != null;
            });
            if (!known) {
                throw Unacceptable.nothingHere();
            }
            Rederived one = found.get();
            return new RederivedView(one.stored(), one.derived(), one.isEqual(), one.leftSince());
        } finally {
            deriving.unlock();
        }
    }
}
