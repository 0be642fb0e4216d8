package com.videowindow.patina.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.model.Guardrail;
import com.videowindow.patina.domain.model.Lineage;
import com.videowindow.patina.domain.model.Metrics;
import com.videowindow.patina.domain.model.ModelState;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.Shadow;
import com.videowindow.patina.domain.model.TrainedModel;
import com.videowindow.patina.domain.model.TrainingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model.
 *
 * @param id the SHA-256 of its bytes
 * @param training the last that came to these bytes
 * @param measured how well lists of ten foretold the last likes that were kept from a training; absent until it was measured
 * @param beside how the one in force then did on the same people, or what was popular
 * @param shadow its lists beside those of the one in force, which nobody was shown
 * @param broken why it was not put in force by itself
 * @param changedAt when it came to stand like this
 * @param retired why it serves no more; its bytes are gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        ModelVersion id,
        ModelState state,
        TrainingId training,
        long bytes,
        Lineage lineage,
        Instant trainedAt,
        @Nullable Metrics measured,
        @Nullable Metrics beside,
        @Nullable Shadow shadow,
        List<Guardrail> broken,
        Instant changedAt,
        @Nullable RetirementReason retired) {

    static ModelView of(TrainedModel model) {
        return new ModelView(
                model.version(),
                model.state(),
                model.training(),
                model.bytes(),
                model.lineage(),
                model.trained(),
                model.measured(),
                model.other(),
                model.shadow(),
                model.broken(),
                model.changed(),
                model.retirement());
    }
}
