package com.videowindow.patina.domain.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All models and how they stand, folded from their events.
 *
 * @param training the one that is under way; absent while none is
 * @param models the oldest first; of those that are retired the last {@value #REMEMBERED}
 * @param promoted which were put in force and can be gone back to, the one in force last
 * @param last how the last training ended; absent while none did
 */
public record ModelLine(
        @Nullable Training training,
        List<TrainedModel> models,
        List<ModelVersion> promoted,
        @Nullable Outcome last) {
    public static final ModelLine NONE = new ModelLine(null, List.of(), List.of(), null);

    static final int REMEMBERED = 100;

    public ModelLine after(ModelEvent event) {
        return switch (event) {
            case TrainingAsked asked -> new ModelLine(Training.of(asked), models, promoted, last);
            case TrainingBegun begun -> with(under().after(begun));
            case TrainingTaken taken -> with(under().after(taken));
            case TrainingFailed failed ->
                ended(new Outcome(failed.training(), under().model(), failed.reason(), List.of(), failed.at()));
            case ModelTrained trained -> trained(trained);
            case ModelEvaluated one ->
                changed(one.model(), model -> model.after(one)).with(under().with(one.model(), true));
            case ModelRefused refused ->
                changed(refused.model(), model -> model.refused(refused))
                        .ended(new Outcome(refused.training(), refused.model(), null, refused.broken(), refused.at()));
            case ModelShadowed shadowed -> changed(shadowed.model(), model -> model.after(shadowed));
            case ModelPromoted one -> promoted(one);
            case ModelRolledBack back -> rolledBack(back);
            case ModelRetired gone ->
                changed(gone.model(), model -> model.retired(gone))
                        .without(gone.model())
                        .standing(gone.at())
                        .remembering();
        };
    }

    private Training under() {
        return Objects.requireNonNull(training, "no training is under way");
    }

    private ModelLine with(Training now) {
        return new ModelLine(now, models, promoted, last);
    }

    private ModelLine ended(Outcome how) {
        return new ModelLine(null, models, promoted, how);
    }

    /** Where the bytes are those of the one in force, there is nothing more to do. */
    private ModelLine trained(ModelTrained event) {
        ModelLine now = find(event.model())
                .map(known -> changed(event.model(), model -> model.again(event)))
                .orElseGet(() -> {
                    List<TrainedModel> all = new ArrayList<>(models);
                    all.add(TrainedModel.of(event));
                    return new ModelLine(training, List.copyOf(all), promoted, last);
                });
        return now.isInForce(event.model())
                ? now.ended(new Outcome(event.training(), event.model(), null, List.of(), event.at()))
                : now.with(under().with(event.model(), false));
    }

    private ModelLine promoted(ModelPromoted event) {
        List<ModelVersion> stack = new ArrayList<>(promoted);
        stack.remove(event.model());
        stack.add(event.model());
        ModelLine now = new ModelLine(training, models, List.copyOf(stack), last).standing(event.at());
        return open().filter(under -> event.model().equals(under.model()))
                .map(under -> now.ended(new Outcome(under.id(), event.model(), null, List.of(), event.at())))
                .orElse(now);
    }

    private ModelLine rolledBack(ModelRolledBack event) {
        return changed(event.model(), model -> model.is(ModelState.ROLLED_BACK, event.at()))
                .without(event.model())
                .standing(event.at());
    }

    private ModelLine without(ModelVersion gone) {
        return new ModelLine(
                training,
                models,
                promoted.stream().filter(one -> !one.equals(gone)).toList(),
                last);
    }

    /** The last of those that were promoted is in force, and those before it were. */
    private ModelLine standing(Instant at) {
        ModelLine now = this;
        for (ModelVersion one : promoted) {
            ModelState state = isInForce(one) ? ModelState.IN_FORCE : ModelState.FORMER;
            now = now.changed(one, model -> model.state() == state ? model : model.is(state, at));
        }
        return now;
    }

    private ModelLine changed(ModelVersion which, UnaryOperator<TrainedModel> change) {
        return new ModelLine(
                training,
                models.stream()
                        .map(model -> model.version().equals(which) ? change.apply(model) : model)
                        .toList(),
                promoted,
                last);
    }

    private ModelLine remembering() {
        long gone = models.stream().filter(model -> !model.isLiving()).count();
        if (gone <= REMEMBERED) {
            return this;
        }
        List<TrainedModel> all = new ArrayList<>(models);
        all.stream()
                .filter(model -> !model.isLiving())
                .min(Comparator.comparing(TrainedModel::changed))
                .ifPresent(all::remove);
        return new ModelLine(training, List.copyOf(all), promoted, last);
    }

    public Optional<TrainedModel> find(ModelVersion version) {
        return models.stream().filter(model -> model.version().equals(version)).findFirst();
    }

    public Optional<Training> open() {
        return Optional.ofNullable(training);
    }

    /** Those whose bytes are there, the oldest first. */
    public List<TrainedModel> living() {
        return models.stream().filter(TrainedModel::isLiving).toList();
    }

    public Optional<TrainedModel> inForce() {
        return promoted.isEmpty() ? Optional.empty() : find(promoted.getLast());
    }

    public boolean isInForce(ModelVersion version) {
        return !promoted.isEmpty() && promoted.getLast().equals(version);
    }

    /** What is in force again where the one that is now is taken back. */
    public Optional<ModelVersion> before() {
        return promoted.size() < 2 ? Optional.empty() : Optional.of(promoted.get(promoted.size() - 2));
    }
}
