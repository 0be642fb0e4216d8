package com.videowindow.patina.command.model;

import com.videowindow.patina.command.model.ModelCommand.AskTraining;
import com.videowindow.patina.command.model.ModelCommand.BeginTraining;
import com.videowindow.patina.command.model.ModelCommand.FailTraining;
import com.videowindow.patina.command.model.ModelCommand.PromoteModel;
import com.videowindow.patina.command.model.ModelCommand.RecordEvaluated;
import com.videowindow.patina.command.model.ModelCommand.RecordShadowed;
import com.videowindow.patina.command.model.ModelCommand.RecordTrained;
import com.videowindow.patina.command.model.ModelCommand.RetireModel;
import com.videowindow.patina.command.model.ModelCommand.RollBackModel;
import com.videowindow.patina.command.model.ModelCommand.TakeTraining;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.Refused;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.model.FailureReason;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.ModelEvaluated;
import com.videowindow.patina.domain.model.ModelEvent;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What becomes of a training, whoever carries it out, and what may be in force. */
class TrainedModelsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LEASED = NOON.plusSeconds(60);
    private static final Instant LATER = NOON.plusSeconds(61);
    private static final UUID HERE = new UUID(0, 1);
    private static final UUID ELSEWHERE = new UUID(0, 2);
    private static final SubjectId ENGINEER = new SubjectId(new UUID(0, 3));
    private static final TrainingId TRAINING = new TrainingId(new UUID(0, 4));
    private static final TrainingId SECOND = new TrainingId(new UUID(0, 5));
    private static final ModelVersion MODEL = new ModelVersion("a".repeat(64));
    private static final ModelVersion BETTER = new ModelVersion("b".repeat(64));
    private static final Hyperparameters SETTINGS = new Hyperparameters(
            100, 9, 50, List.of(new Hyperparameters.Factorization(8, 0.3, 0.1, 0.5, 0.5, 8, 42)), 1000);
    private static final LogPosition UP_TO = LogPosition.of(7, 2);
    private static final Lineage LINEAGE = new Lineage(UP_TO, 30, 200, 40, 1, 5, SETTINGS);
    private static final Metrics GOOD = new Metrics(10, 0.3, 0.5, 0.4, 0.2, 0.4, 90, 0.03);
    private static final Metrics POPULAR = new Metrics(10, 0.2, 0.4, 0.1, 0.2, 0.2, 20, null);
    private static final Shadow ALIKE = new Shadow(10, 1, 90, 0);

    private static final TrainingAsked ASKED = new TrainingAsked(TRAINING, Trigger.ASKED, ENGINEER, NOON);
    private static final TrainingBegun BEGUN = new TrainingBegun(TRAINING, UP_TO, SETTINGS, HERE, LEASED, NOON);
    private static final ModelTrained TRAINED = new ModelTrained(TRAINING, MODEL, 4_096, LINEAGE, NOON);
    private static final ModelEvaluated EVALUATED = new ModelEvaluated(TRAINING, MODEL, GOOD, null, POPULAR, NOON);
    private static final ModelShadowed SHADOWED = new ModelShadowed(TRAINING, MODEL, ALIKE, NOON);
    private static final ModelPromoted PROMOTED = new ModelPromoted(MODEL, null, null, NOON);

    private final FixtureConfiguration<TrainedModels> models = new AggregateTestFixture<>(TrainedModels.class);

    private static List<ModelEvent> inForce() {
        return List.of(ASKED, BEGUN, TRAINED, EVALUATED, SHADOWED, PROMOTED);
    }

    /** Another after the first. */
    private static List<ModelEvent> bothPromoted() {
        List<ModelEvent> all = new ArrayList<>(inForce());
        all.add(new TrainingAsked(SECOND, Trigger.SCHEDULE, null, NOON));
        all.add(new TrainingBegun(SECOND, UP_TO, SETTINGS, HERE, LEASED, NOON));
        all.add(new ModelTrained(SECOND, BETTER, 4_096, LINEAGE, NOON));
        all.add(new ModelEvaluated(SECOND, BETTER, GOOD, MODEL, GOOD, NOON));
        all.add(new ModelShadowed(SECOND, BETTER, ALIKE, NOON));
        all.add(new ModelPromoted(BETTER, MODEL, null, NOON));
        return all;
    }

    @Test
    void one_training_at_a_time_is_asked_for() {
        models.givenNoPriorActivity()
                .when(new AskTraining(TRAINING, Trigger.ASKED, ENGINEER, NOON))
                .expectEvents(ASKED);
    }

    @Test
    void asking_while_one_is_under_way_changes_nothing() {
        models.given(ASKED)
                .when(new AskTraining(SECOND, Trigger.SCHEDULE, null, NOON))
                .expectNoEvents();
    }

    @Test
    void whoever_comes_first_has_it() {
        models.given(ASKED)
                .when(new BeginTraining(TRAINING, HERE, UP_TO, SETTINGS, LEASED, NOON))
                .expectEvents(BEGUN);
    }

    @Test
    void whoever_comes_second_does_not() {
        models.given(ASKED, BEGUN)
                .when(new BeginTraining(TRAINING, ELSEWHERE, UP_TO, SETTINGS, LEASED, NOON))
                .expectNoEvents();
    }

    @Test
    void nobody_takes_it_from_a_node_that_is_at_it() {
        models.given(ASKED, BEGUN)
                .when(new TakeTraining(TRAINING, ELSEWHERE, LATER, NOON))
                .expectNoEvents();
    }

    @Test
    void a_node_that_is_not_heard_of_any_more_is_followed_by_another() {
        models.given(ASKED, BEGUN)
                .when(new TakeTraining(TRAINING, ELSEWHERE, LATER.plusSeconds(60), LATER))
                .expectEvents(new TrainingTaken(TRAINING, ELSEWHERE, LATER.plusSeconds(60), LATER));
    }

    @Test
    void a_node_that_was_followed_by_another_has_no_say_any_more() {
        models.given(ASKED, BEGUN, new TrainingTaken(TRAINING, ELSEWHERE, LATER, LATER))
                .when(new RecordTrained(TRAINING, HERE, MODEL, 4_096, LINEAGE, LATER))
                .expectNoEvents();
    }

    @Test
    void a_training_that_comes_to_nothing_says_why() {
        models.given(ASKED, BEGUN)
                .when(new FailTraining(TRAINING, HERE, FailureReason.TOO_LITTLE, NOON))
                .expectEvents(new TrainingFailed(TRAINING, FailureReason.TOO_LITTLE, NOON));
    }

    @Test
    void bytes_are_recorded_once() {
        models.given(ASKED, BEGUN)
                .when(new RecordTrained(TRAINING, HERE, MODEL, 4_096, LINEAGE, NOON))
                .expectEvents(TRAINED);
    }

    @Test
    void bytes_that_were_recorded_are_not_again() {
        models.given(ASKED, BEGUN, TRAINED)
                .when(new RecordTrained(TRAINING, HERE, MODEL, 4_096, LINEAGE, NOON))
                .expectNoEvents();
    }

    @Test
    void what_breaks_a_guardrail_is_refused_in_the_same_append() {
        models.given(ASKED, BEGUN, TRAINED)
                .when(new RecordEvaluated(TRAINING, HERE, GOOD, null, POPULAR, List.of(Guardrail.COVERAGE), NOON))
                .expectEvents(EVALUATED, new ModelRefused(TRAINING, MODEL, List.of(Guardrail.COVERAGE), NOON));
    }

    @Test
    void what_breaks_none_is_in_force_in_the_append_that_says_so() {
        models.given(ASKED, BEGUN, TRAINED, EVALUATED)
                .when(new RecordShadowed(TRAINING, HERE, ALIKE, List.of(), NOON))
                .expectEvents(SHADOWED, PROMOTED);
    }

    @Test
    void nothing_is_in_force_that_was_not_measured() {
        models.given(ASKED, BEGUN, TRAINED)
                .when(new RecordShadowed(TRAINING, HERE, ALIKE, List.of(), NOON))
                .expectNoEvents();
    }

    @Test
    void after_one_is_in_force_the_next_can_be_asked_for() {
        models.given(inForce())
                .when(new AskTraining(SECOND, Trigger.SCHEDULE, null, NOON))
                .expectEvents(new TrainingAsked(SECOND, Trigger.SCHEDULE, null, NOON));
    }

    @Test
    void the_bytes_of_the_one_in_force_again_end_the_training() {
        models.given(inForce())
                .andGiven(
                        new TrainingAsked(SECOND, Trigger.SCHEDULE, null, NOON),
                        new TrainingBegun(SECOND, UP_TO, SETTINGS, HERE, LEASED, NOON),
                        new ModelTrained(SECOND, MODEL, 4_096, LINEAGE, NOON))
                .when(new RecordEvaluated(SECOND, HERE, GOOD, MODEL, GOOD, List.of(), NOON))
                .expectNoEvents();
    }

    @Test
    void an_engineer_promotes_what_was_refused() {
        models.given(ASKED, BEGUN, TRAINED, EVALUATED)
                .andGiven(new ModelRefused(TRAINING, MODEL, List.of(Guardrail.COVERAGE), NOON))
                .when(new PromoteModel(MODEL, ENGINEER, NOON))
                .expectEvents(new ModelPromoted(MODEL, null, ENGINEER, NOON));
    }

    @Test
    void promoting_what_is_in_force_changes_nothing() {
        models.given(inForce()).when(new PromoteModel(MODEL, ENGINEER, NOON)).expectNoEvents();
    }

    @Test
    void nobody_promotes_what_is_not_there() {
        models.given(inForce()).when(new PromoteModel(BETTER, ENGINEER, NOON)).expectException(Refused.class);
    }

    @Test
    void rolled_back_is_to_the_one_before() {
        models.given(bothPromoted())
                .when(new RollBackModel(BETTER, RollbackReason.REGRESSION, null, NOON))
                .expectEvents(new ModelRolledBack(BETTER, MODEL, RollbackReason.REGRESSION, null, NOON));
    }

    @Test
    void rolling_back_again_changes_nothing() {
        models.given(bothPromoted())
                .andGiven(new ModelRolledBack(BETTER, MODEL, RollbackReason.BY_HAND, ENGINEER, NOON))
                .when(new RollBackModel(BETTER, RollbackReason.BY_HAND, ENGINEER, NOON))
                .expectNoEvents();
    }

    @Test
    void what_is_not_in_force_is_not_rolled_back() {
        models.given(bothPromoted())
                .when(new RollBackModel(MODEL, RollbackReason.BY_HAND, ENGINEER, NOON))
                .expectException(Refused.class);
    }

    @Test
    void a_retired_model_is_never_gone_back_to() {
        models.given(bothPromoted())
                .andGiven(new ModelRetired(MODEL, RetirementReason.ERASURE, UP_TO, NOON))
                .when(new RollBackModel(BETTER, RollbackReason.BY_HAND, ENGINEER, NOON))
                .expectEvents(new ModelRolledBack(BETTER, null, RollbackReason.BY_HAND, ENGINEER, NOON));
    }

    @Test
    void a_retired_model_is_never_promoted() {
        models.given(bothPromoted())
                .andGiven(new ModelRetired(MODEL, RetirementReason.ERASURE, UP_TO, NOON))
                .when(new PromoteModel(MODEL, ENGINEER, NOON))
                .expectException(Refused.class);
    }

    @Test
    void the_one_in_force_is_retired_for_people_who_left() {
        models.given(inForce())
                .when(new RetireModel(MODEL, RetirementReason.ERASURE, NOON))
                .expectEvents(new ModelRetired(MODEL, RetirementReason.ERASURE, UP_TO, NOON));
    }

    @Test
    void the_one_in_force_is_not_retired_for_newer_ones() {
        models.given(inForce())
                .when(new RetireModel(MODEL, RetirementReason.SUPERSEDED, NOON))
                .expectNoEvents();
    }
}
