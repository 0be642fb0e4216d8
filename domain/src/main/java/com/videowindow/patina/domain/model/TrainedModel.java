package com.videowindow.patina.domain.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model.
 *
 * @param lineage of the last training that came to these bytes
 * @param measured absent until it was
 * @param other what it was measured beside
 * @param shadow absent until it made lists beside another
 * @param broken guardrails
 * @param changed when it came to stand like this
 * @param retirement absent unless it is retired
 */
public record TrainedModel(
        ModelVersion version,
        ModelState state,
        TrainingId training,
        long bytes,
        Lineage lineage,
        Instant trained,
        @Nullable Metrics measured,
        @Nullable Metrics other,
        @Nullable Shadow shadow,
        List<Guardrail> broken,
        Instant changed,
        @Nullable RetirementReason retirement) {

    static TrainedModel of(ModelTrained event) {
        return new TrainedModel(
                event.model(),
                ModelState.TRAINED,
                event.training(),
                event.bytes(),
                event.lineage(),
                event.at(),
                null,
                null,
                null,
                List.of(),
                event.at(),
                null);
    }

    /** Trained to the same bytes again, from more of the log. */
    TrainedModel again(ModelTrained event) {
        ModelState now = state == ModelState.RETIRED ? ModelState.TRAINED : state;
        return new TrainedModel(
                version,
                now,
                event.training(),
                bytes,
                event.lineage(),
                event.at(),
                measured,
                other,
                shadow,
                broken,
                event.at(),
                null);
    }

    TrainedModel after(ModelEvaluated event) {
        ModelState now = isUntried() ? ModelState.PASSED : state;
        return new TrainedModel(
                version,
                now,
                training,
                bytes,
                lineage,
                trained,
                event.measured(),
                event.other(),
                shadow,
                List.of(),
                event.at(),
                retirement);
    }

    TrainedModel after(ModelShadowed event) {
        return new TrainedModel(
                version,
                state,
                training,
                bytes,
                lineage,
                trained,
                measured,
                other,
                event.shadow(),
                broken,
                event.at(),
                retirement);
    }

    TrainedModel refused(ModelRefused event) {
        return stands(isUntried() ? ModelState.REFUSED : state, event.broken(), event.at(), retirement);
    }

    TrainedModel retired(ModelRetired event) {
        return stands(ModelState.RETIRED, broken, event.at(), event.reason());
    }

    TrainedModel is(ModelState now, Instant at) {
        return stands(now, broken, at, retirement);
    }

    private TrainedModel stands(ModelState now, List<Guardrail> why, Instant at, @Nullable RetirementReason gone) {
        return new TrainedModel(
                version, now, training, bytes, lineage, trained, measured, other, shadow, List.copyOf(why), at, gone);
    }

    private boolean isUntried() {
        return state == ModelState.TRAINED || state == ModelState.PASSED || state == ModelState.REFUSED;
    }

    /** Whether its bytes are there, and it may serve. */
    public boolean isLiving() {
        return state != ModelState.RETIRED;
    }
}
