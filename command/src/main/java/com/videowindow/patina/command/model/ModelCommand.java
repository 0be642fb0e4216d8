package com.videowindow.patina.command.model;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.model.FailureReason;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.ModelEvent;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.RollbackReason;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.domain.privacy.AboutNobody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A step of a model's life. Repeating one that was taken changes nothing, and so does one of a node that does not have the
 * training any more. Answers the {@link com.videowindow.patina.domain.model.ModelLine} that stands then.
 */
@AboutNobody
public sealed interface ModelCommand {

    @TargetAggregateIdentifier
    default String stream() {
        return ModelEvent.STREAM;
    }

    /** A step of the node that has the training. */
    sealed interface OfTraining extends ModelCommand {
        TrainingId training();

        UUID node();
    }

    /**
     * Train; where one is asked for or under way, that is it.
     *
     * @param by absent where nobody asked
     */
    record AskTraining(
            TrainingId training, Trigger trigger, @Nullable SubjectId by, Instant at) implements ModelCommand {}

    /**
     * Take the training that was asked for: whose append comes first has it, and nobody else until then.
     *
     * @param upTo what it trains from
     * @param until after which another may take it over
     */
    record BeginTraining(
            TrainingId training, UUID node, LogPosition upTo, Hyperparameters settings, Instant until, Instant at)
            implements OfTraining {}

    /** Go on with it, as the same node, or as another where the one before is not heard of any more. */
    record TakeTraining(TrainingId training, UUID node, Instant until, Instant at) implements OfTraining {}

    record FailTraining(TrainingId training, UUID node, FailureReason reason, Instant at) implements OfTraining {}

    /** The bytes are stored. */
    record RecordTrained(TrainingId training, UUID node, ModelVersion model, long bytes, Lineage lineage, Instant at)
            implements OfTraining {}

    /**
     * It was measured.
     *
     * @param inForce beside which; absent where it was what is popular
     * @param broken guardrails, which end the training
     */
    record RecordEvaluated(
            TrainingId training,
            UUID node,
            Metrics measured,
            @Nullable ModelVersion inForce,
            Metrics other,
            List<Guardrail> broken,
            Instant at)
            implements OfTraining {}

    /**
     * It made lists that nobody was shown. Where it broke nothing it is in force from here on.
     *
     * @param broken guardrails, which end the training
     */
    record RecordShadowed(TrainingId training, UUID node, Shadow shadow, List<Guardrail> broken, Instant at)
            implements OfTraining {}

    /** Put in force what somebody chose, whatever the guardrails say. */
    record PromoteModel(ModelVersion model, SubjectId by, Instant at) implements ModelCommand {}

    /**
     * Take this one out of force, and put the one before there.
     *
     * @param by absent where it is by itself
     */
    record RollBackModel(
            ModelVersion model,
            RollbackReason reason,
            @Nullable SubjectId by,
            Instant at) implements ModelCommand {}

    /** Let it serve no more. */
    record RetireModel(ModelVersion model, RetirementReason reason, Instant at) implements ModelCommand {}
}
