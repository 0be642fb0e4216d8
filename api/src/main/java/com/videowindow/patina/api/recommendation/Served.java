package com.videowindow.patina.api.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.recommendation.Recommendations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is shown.
 *
 * @param position how much of the log it has seen; below 0 where no profile was read
 * @param degraded a part of the system is away; this is the best that memory gives
 * @param stale it does not know yet what {@code after} asked for
 */
record Served(
        RecommendationId id,
        LogPosition position,
        ModelVersion model,
        Algorithm algorithm,
        @Nullable Fallback fallback,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean degraded,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean stale,
        List<Recommendations.Item> items) {

    /** A list that waited for {@code after} has seen it, even if nothing up to there was about this person. */
    static Served of(Recommendations list, @Nullable Long after, boolean degraded, boolean stale) {
        long seen = list.position().value();
        return new Served(
                list.id(),
                new LogPosition(after == null || stale ? seen : Math.max(seen, after)),
                list.model(),
                list.algorithm(),
                list.fallback(),
                degraded || list.degraded(),
                stale,
                list.items());
    }
}
