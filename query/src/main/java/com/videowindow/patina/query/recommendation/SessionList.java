package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.Neighbours;
import com.videowindow.patina.domain.recommendation.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list for a session. It has no id: it left no trail, and its reasons are with it.
 *
 * @param model of what everybody together teaches
 * @param rung what it could be made of
 * @param empty why there are no items, when there are none
 * @param lookedAt how many candidates were looked at before time was up; absent where all were
 * @param nearest what became of asking an index of the model's factors; absent where none was asked
 */
public record SessionList(
        ModelVersion model,
        Rung rung,
        @Nullable Emptiness empty,
        @Nullable Integer lookedAt,
        @Nullable NearestAnswer nearest,
        List<Recommendations.Item> items) {

    static @Nullable NearestAnswer nearest(@Nullable Neighbours neighbours) {
        return neighbours == null ? null : neighbours.answer();
    }
}
