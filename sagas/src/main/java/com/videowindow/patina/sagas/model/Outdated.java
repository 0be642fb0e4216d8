package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.ModelLine;
import com.videowindow.patina.domain.model.ModelLines;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.model.RetirementReason;
import com.videowindow.patina.domain.model.TrainedModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Which models may have learned from somebody who is erased, for whoever certifies that. */
@Component
public final class Outdated {
    private final ModelLines lines;
    private final ModelSettings settings;

    Outdated(ModelLines lines, ModelSettings settings) {
        this.lines = lines;
        this.settings = settings;
    }

    /**
     * What becomes of them.
     *
     * @param retired serve no more, by now
     * @param waiting are there still
     * @param goneBy when none of them is, at the latest
     * @param instead in force by now, from which nobody of them left; absent where none is yet
     */
    public record Models(
            List<ModelVersion> retired, List<ModelVersion> waiting, Instant goneBy, Optional<ModelVersion> instead) {
        public boolean isNothing() {
            return retired.isEmpty() && waiting.isEmpty();
        }
    }

    /**
     * @param erased up to where in the log somebody's facts could be read
     * @param at when they could no longer
     */
    public Models since(LogPosition erased, Instant at) {
        ModelLine line = lines.now();
        return new Models(
                of(
                        line,
                        erased,
                        model -> !model.isLiving()
                                && model.retirement() == RetirementReason.ERASURE
                                && !model.changed().isBefore(at)),
                of(line, erased, TrainedModel::isLiving),
                at.plus(settings.retireAfter()),
                line.inForce()
                        .filter(model -> model.lineage().upTo().covers(erased))
                        .map(TrainedModel::version));
    }

    private static List<ModelVersion> of(ModelLine line, LogPosition erased, Predicate<TrainedModel> which) {
        return line.models().stream()
                .filter(which)
                .filter(model -> erased.compareTo(model.lineage().upTo()) > 0)
                .map(TrainedModel::version)
                .toList();
    }
}
