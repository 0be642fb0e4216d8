package com.videowindow.patina.eventlog;

import static com.videowindow.patina.eventlog.FrozenEvents.AT;
import static com.videowindow.patina.eventlog.FrozenEvents.SOMEBODY;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.FailureReason;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.ModelEvaluated;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelRefused;
import com.videowindow.patina.domain.model.ModelRetired;
import com.videowindow.patina.domain.model.ModelRolledBack;
import com.videowindow.patina.domain.model.ModelShadowed;
import com.videowindow.patina.domain.model.ModelTrained;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.RollbackReason;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingBegun;
import com.videowindow.patina.domain.model.TrainingFailed;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.TrainingTaken;
import com.videowindow.patina.domain.model.Trigger;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The same of what is about trained models. */
final class FrozenModels {
    private static final TrainingId TRAINING = new TrainingId(new UUID(0, 7));
    private static final ModelVersion MODEL = new ModelVersion("0badcafe".repeat(8));
    private static final ModelVersion BEFORE = new ModelVersion("cafe0bad".repeat(8));
    private static final UUID NODE = new UUID(0, 8);
    private static final LogPosition UP_TO = LogPosition.of(7, 2);
    private static final Hyperparameters SETTINGS = new Hyperparameters(
            400, 9, 200, List.of(new Hyperparameters.Factorization(64, 0.3, 0.1, 0.5, 0.5, 16, 42)), 10_000);
    private static final Metrics MEASURED = new Metrics(30, 0.31, 0.5, 0.25, 0.28, 0.34, 950, 0.0625);
    private static final Metrics OTHER = new Metrics(30, 0.21, 0.375, 0.05, 0.2, 0.22, 40, null);

    static final Map<String, DomainEvent> MEANING = Map.ofEntries(
            Map.entry("TrainingAsked.1", new TrainingAsked(TRAINING, Trigger.ASKED, SOMEBODY, AT)),
            Map.entry("TrainingBegun.1", new TrainingBegun(TRAINING, UP_TO, SETTINGS, NODE, AT.plusSeconds(60), AT)),
            Map.entry("TrainingTaken.1", new TrainingTaken(TRAINING, NODE, AT.plusSeconds(60), AT)),
            Map.entry("TrainingFailed.1", new TrainingFailed(TRAINING, FailureReason.TOO_LITTLE, AT)),
            Map.entry(
                    "ModelTrained.1",
                    new ModelTrained(TRAINING, MODEL, 4_096, new Lineage(UP_TO, 300, 4_500, 800, 2, 17, SETTINGS), AT)),
            Map.entry("ModelEvaluated.1", new ModelEvaluated(TRAINING, MODEL, MEASURED, BEFORE, OTHER, AT)),
            Map.entry(
                    "ModelRefused.1",
                    new ModelRefused(TRAINING, MODEL, List.of(Guardrail.ACCURACY, Guardrail.LATENCY), AT)),
            Map.entry("ModelShadowed.1", new ModelShadowed(TRAINING, MODEL, new Shadow(200, 0.75, 900, 850), AT)),
            Map.entry("ModelPromoted.1", new ModelPromoted(MODEL, BEFORE, SOMEBODY, AT)),
            Map.entry("ModelRolledBack.1", new ModelRolledBack(MODEL, BEFORE, RollbackReason.REGRESSION, SOMEBODY, AT)),
            Map.entry("ModelRetired.1", new ModelRetired(MODEL, RetirementReason.ERASURE, UP_TO, AT)));

    private FrozenModels() {}
}
