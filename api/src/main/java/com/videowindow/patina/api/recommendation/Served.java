package com.videowindow.patina.api.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.NearestAnswer;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import com.videowindow.patina.domain.recommendation.Rung;
import com.videowindow.patina.query.recommendation.Emptiness;
import com.videowindow.patina.query.recommendation.Recommendations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is shown.
 *
 * @param position how much of the log it has seen, for a later {@code after}; absent where no profile was read
 * @param degraded a part of the system is away; this is the best that memory gives
 * @param fallback why it is not personal, when it is not
 * @param rung what it could be made of
 * @param empty why there are no items, when there are none
 * @param next where the page after it is; absent where there is none
 * @param stale it does not know yet what {@code after} asked for
 * @param partial time was up before all candidates were looked at
 * @param lookedAt how many were, where that was so
 * @param nearest what became of asking an index of the model's factors, in a large catalogue; absent where none was asked
 */
record Served(
        RecommendationId id,
        @Nullable LogPosition position,
        ModelVersion model,
        Algorithm algorithm,
        @Nullable Fallback fallback,
        Rung rung,
        @Nullable Emptiness empty,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean degraded,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean stale,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean partial,

        @Nullable Integer lookedAt,
        @Nullable NearestAnswer nearest,
        @Nullable String next,
        List<Recommendations.Item> items) {

    /** A list that waited for {@code after} has seen it, even if nothing up to there was about this person. */
    static Served of(Recommendations list, @Nullable Long after, boolean degraded, boolean stale) {
        long seen = after == null || stale
                ? list.position().value()
                : Math.max(list.position().value(), after);
        return new Served(
                list.id(),
                seen < 0 ? null : new LogPosition(seen),
                list.model(),
                list.algorithm(),
                list.fallback(),
                list.rung(),
                list.empty(),
                degraded || list.degraded(),
                stale,
                list.lookedAt() != null,
                list.lookedAt(),
                list.nearest(),
                next(list.served()),
                list.items());
    }

    private static @Nullable String next(RecommendationsServed list) {
        return ListsBefore.mayGoOn(list)
                ? "/api/v1/user/recommendations?limit=" + list.inputs().limit() + "&continues=" + list.id()
                : null;
    }
}
