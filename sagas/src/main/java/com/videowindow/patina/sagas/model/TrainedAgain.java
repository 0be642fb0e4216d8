package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.Sha256;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.Rederivation;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.learning.recommender.CollaborativeModel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Trains again from where a model was trained from, by the same code, and compares what the bytes are called. */
@Component
final class TrainedAgain implements Rederivation {
    private final ModelLines lines;
    private final Lessons lessons;
    private final ModelSteps steps;

    TrainedAgain(ModelLines lines, Lessons lessons, ModelSteps steps) {
        this.lines = lines;
        this.lessons = lessons;
        this.steps = steps;
    }

    @Override
    public Optional<Rederived> rederive(ModelVersion version) {
        return lines.now()
                .find(version)
                .map(TrainedModel::lineage)
                .map(lineage -> new Rederived(
                        version,
                        derived(lineage),
                        lines.leftSince(lineage.upTo()).orElse(null)));
    }

    private ModelVersion derived(Lineage lineage) {
        CollaborativeModel model =
                steps.trained(lessons.upTo(lineage.upTo()).set(lineage.settings()), lineage.settings());
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest())) {
            model.write(out);
            return ModelVersion.ofDigest(out.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
