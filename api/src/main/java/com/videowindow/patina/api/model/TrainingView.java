package com.videowindow.patina.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.FailureReason;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.Outcome;
import com.videowindow.patina.domain.model.Training;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training that is under way.
 *
 * @param stage what is being done
 * @param upTo the last event that is heard; absent while no node has begun
 * @param nodes how many have had it
 * @param model that came of it so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingView(
        TrainingId id,
        Trigger trigger,
        Stage stage,
        Instant askedAt,
        @Nullable LogPosition upTo,
        int nodes,
        @Nullable ModelVersion model) {

    /** What comes next of it. */
    enum Stage {
        WAITING,
        TRAINING,
        EVALUATING,
        SHADOWING
    }

    static TrainingView of(Training training) {
        Training.Begun begun = training.begun();
        return new TrainingView(
                training.id(),
                training.trigger(),
                stage(training),
                training.asked(),
                begun == null ? null : begun.upTo(),
                training.attempts(),
                training.model());
    }

    private static Stage stage(Training training) {
        if (training.begun() == null) {
            return Stage.WAITING;
        }
        if (training.model() == null) {
            return Stage.TRAINING;
        }
        return training.passed() ? Stage.SHADOWING : Stage.EVALUATING;
    }

    /**
     * How the last training ended.
     *
     * @param model that came of it
     * @param failed why none did
     * @param broken why it was not put in force
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ended(
            TrainingId id,
            @Nullable ModelVersion model,
            @Nullable FailureReason failed,
            List<Guardrail> broken,
            Instant at) {

        static Ended of(Outcome outcome) {
            return new Ended(outcome.training(), outcome.model(), outcome.failed(), outcome.broken(), outcome.at());
        }
    }
}
