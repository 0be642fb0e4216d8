package com.videowindow.patina.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.ModelEvaluated;
import com.videowindow.patina.domain.model.ModelEvent;
import com.videowindow.patina.domain.model.ModelPromoted;
import com.videowindow.patina.domain.model.ModelRefused;
import com.videowindow.patina.domain.model.ModelRetired;
import com.videowindow.patina.domain.model.ModelShadowed;
import com.videowindow.patina.domain.model.ModelTrained;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.domain.model.TrainingAsked;
import com.videowindow.patina.domain.model.TrainingBegun;
import com.videowindow.patina.domain.model.TrainingId;
import com.videowindow.patina.domain.model.Trigger;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;

/**
 * What the stream of models looks like in a snapshot is frozen, as that of the catalogue is: whoever changes it raises {@code
 * @Revision} and runs this once with {@code -Dpatina.snapshots.write=true}.
 */
class ModelSnapshotAsJsonTest {
    private static final Path FILE = Path.of("src/test/resources/snapshots/TrainedModels.2.json");
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final UUID NODE = new UUID(0, 1);
    private static final LogPosition UP_TO = LogPosition.of(7, 2);
    private static final Hyperparameters SETTINGS = new Hyperparameters(
            100, 9, 50, List.of(new Hyperparameters.Factorization(8, 0.3, 0.1, 0.5, 0.5, 8, 42)), 1000);
    private static final Lineage LINEAGE = new Lineage(UP_TO, 30, 200, 40, 1, 5, SETTINGS);
    private static final Metrics GOOD = new Metrics(10, 0.3, 0.5, 0.4, 0.2, 0.4, 90, 0.03);

    /** As the log makes them. */
    private static final Serializer SERIALIZER =
            JacksonSerializer.builder().objectMapper(PatinaJson.mapper().copy()).build();

    private final TrainedModels models = new TrainedModels();

    private void trained(TrainingId training, ModelVersion model) {
        List.<ModelEvent>of(
                        new TrainingAsked(training, Trigger.ASKED, new SubjectId(new UUID(0, 3)), NOON),
                        new TrainingBegun(training, UP_TO, SETTINGS, NODE, NOON, NOON),
                        new ModelTrained(training, model, 4_096, LINEAGE, NOON),
                        new ModelEvaluated(training, model, GOOD, null, GOOD, NOON))
                .forEach(models::on);
    }

    /** One that is retired, one that is in force, one that was refused, and one that is under way. */
    private TrainedModels full() {
        for (int i = 1; i <= 4; i++) {
            TrainingId training = new TrainingId(new UUID(1, i));
            ModelVersion model = new ModelVersion(String.valueOf(i).repeat(64));
            trained(training, model);
            switch (i) {
                case 1, 2 -> {
                    models.on(new ModelShadowed(training, model, new Shadow(10, 1, 90, 0), NOON));
                    models.on(new ModelPromoted(model, null, null, NOON));
                }
                case 3 -> {
                    models.on(new ModelRefused(training, model, List.of(Guardrail.OVERLAP), NOON));
                    models.on(
                            new ModelRetired(new ModelVersion("1".repeat(64)), RetirementReason.ERASURE, UP_TO, NOON));
                }
                default -> {}
            }
        }
        return models;
    }

    @Test
    void it_is_to_the_byte_what_its_revision_ever_was() throws IOException {
        byte[] written = SERIALIZER.serialize(full(), byte[].class).getData();
        if (Boolean.getBoolean("patina.snapshots.write") && Files.notExists(FILE)) {
            Files.write(FILE, written);
        }

        assertThat(FILE).hasBinaryContent(written);
    }

    @Test
    void what_was_frozen_is_read_as_it_was() throws IOException {
        Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                Files.readAllBytes(FILE), byte[].class, SERIALIZER.typeForClass(TrainedModels.class)));

        assertThat(read).usingRecursiveComparison().isEqualTo(full());
    }
}
