package com.videowindow.patina.command.model;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.videowindow.patina.command.model.ModelCommand.AskTraining;
import com.videowindow.patina.command.model.ModelCommand.BeginTraining;
import com.videowindow.patina.command.model.ModelCommand.FailTraining;
import com.videowindow.patina.command.model.ModelCommand.OfTraining;
import com.videowindow.patina.command.model.ModelCommand.PromoteModel;
import com.videowindow.patina.command.model.ModelCommand.RecordEvaluated;
import com.videowindow.patina.command.model.ModelCommand.RecordShadowed;
import com.videowindow.patina.command.model.ModelCommand.RecordTrained;
import com.videowindow.patina.command.model.ModelCommand.RetireModel;
import com.videowindow.patina.command.model.ModelCommand.RollBackModel;
import com.videowindow.patina.command.model.ModelCommand.TakeTraining;
import com.videowindow.patina.domain.Refusal;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.ModelEvaluated;
import com.videowindow.patina.domain.model.ModelEvent;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelRefused;
import com.videowindow.patina.domain.model.ModelRetired;
import com.videowindow.patina.domain.model.ModelRolledBack;
import com.videowindow.patina.domain.model.ModelShadowed;
import com.videowindow.patina.domain.model.ModelState;
import com.videowindow.patina.domain.model.ModelTrained;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.model.Training;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingBegun;
import com.videowindow.patina.domain.model.TrainingFailed;
import com.videowindow.patina.domain.model.TrainingTaken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * All models, in one stream: so one training at a time is under way, over all nodes, and no lock beside the log says whose it
 * is. A node that dies leaves one that is free again after a while.
 *
 * <p>Snapshots hold its fields: whoever changes them, or what they hold, raises the revision.
 */
@Aggregate(type = "models", snapshotTriggerDefinition = "modelSnapshots")
@Revision("2")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class TrainedModels {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private ModelLine line = ModelLine.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(AskTraining command) {
        return line.open().isPresent()
                ? line
                : applied(new TrainingAsked(command.training(), command.trigger(), command.by(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(BeginTraining command) {
        return open(command)
                .filter(training -> training.begun() == null)
                .map(training -> applied(new TrainingBegun(
                        command.training(),
                        command.upTo(),
                        command.settings(),
                        command.node(),
                        command.until(),
                        command.at())))
                .orElse(line);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(TakeTraining command) {
        return open(command)
                .filter(training -> training.begun() != null)
                .filter(training -> training.isWith(command.node()) || training.isFree(command.at()))
                .map(training ->
                        applied(new TrainingTaken(command.training(), command.node(), command.until(), command.at())))
                .orElse(line);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(FailTraining command) {
        return had(command)
                .map(training -> applied(new TrainingFailed(command.training(), command.reason(), command.at())))
                .orElse(line);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(RecordTrained command) {
        return had(command)
                .filter(training -> training.model() == null)
                .map(training -> applied(new ModelTrained(
                        command.training(), command.model(), command.bytes(), command.lineage(), command.at())))
                .orElse(line);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(RecordEvaluated command) {
        Optional<ModelVersion> model = had(command)
                .filter(training -> !training.passed())
                .map(Training::model)
                .filter(this::isLiving);
        model.ifPresent(version -> {
            applied(new ModelEvaluated(
                    command.training(), version, command.measured(), command.inForce(), command.other(), command.at()));
            refuse(command, version, command.broken(), command.at());
        });
        return line;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(RecordShadowed command) {
        Optional<ModelVersion> model =
                had(command).filter(Training::passed).map(Training::model).filter(this::isLiving);
        model.ifPresent(version -> {
            applied(new ModelShadowed(command.training(), version, command.shadow(), command.at()));
            if (!refuse(command, version, command.broken(), command.at())) {
                applied(new ModelPromoted(version, inForce(), null, command.at()));
            }
        });
        return line;
    }

    private boolean refuse(OfTraining step, ModelVersion model, List<Guardrail> broken, Instant at) {
        if (!broken.isEmpty()) {
            applied(new ModelRefused(step.training(), model, broken, at));
        }
        return !broken.isEmpty();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(PromoteModel command) {
        TrainedModel known = living(command.model());
        return known.state() == ModelState.IN_FORCE
                ? line
                : applied(new ModelPromoted(command.model(), inForce(), command.by(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(RollBackModel command) {
        TrainedModel known = living(command.model());
        if (known.state() == ModelState.ROLLED_BACK) {
            return line;
        }
        if (known.state() != ModelState.IN_FORCE) {
            throw new Refused(new Refusal.ModelIs(known.state()));
        }
        return applied(new ModelRolledBack(
                command.model(), line.before().orElse(null), command.reason(), command.by(), command.at()));
    }

    /** The one in force stays for as long as nobody left whom it may have learned from. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelLine handle(RetireModel command) {
        return line.find(command.model())
                .filter(TrainedModel::isLiving)
                .filter(model -> command.reason() == RetirementReason.ERASURE || !line.isInForce(model.version()))
                .map(model -> applied(new ModelRetired(
                        model.version(), command.reason(), model.lineage().upTo(), command.at())))
                .orElse(line);
    }

    private TrainedModel living(ModelVersion version) {
        TrainedModel known = line.find(version).orElseThrow(() -> new Refused(new Refusal.UnknownModel()));
        if (!known.isLiving()) {
            throw new Refused(new Refusal.ModelIs(known.state()));
        }
        return known;
    }

    private boolean isLiving(ModelVersion version) {
        return line.find(version).filter(TrainedModel::isLiving).isPresent();
    }

    private @Nullable ModelVersion inForce() {
        return line.inForce().map(TrainedModel::version).orElse(null);
    }

    private Optional<Training> open(OfTraining command) {
        return line.open().filter(training -> training.id().equals(command.training()));
    }

    private Optional<Training> had(OfTraining command) {
        return open(command).filter(training -> training.isWith(command.node()));
    }

    private ModelLine applied(ModelEvent event) {
        apply(event);
        return line;
    }

    @EventSourcingHandler
    void on(ModelEvent event) {
        stream = ModelEvent.STREAM;
        line = line.after(event);
    }
}
