package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Contribution;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranked list with its reasons.
 *
 * @param position how much of the log the profile behind it had seen
 * @param fallback why it is not personal, when it is not
 * @param degraded a part of the system is away; the list is the best that memory gives
 * @param served what is to be recorded as the trail; absent for lists that are not personal
 */
public record Recommendations(
        RecommendationId id,
        LogPosition position,
        ModelVersion model,
        Algorithm algorithm,
        @Nullable Fallback fallback,
        boolean degraded,
        List<Item> items,
        @Nullable RecommendationsServed served) {

    /** One item with its score; the contributions add up to it. */
    public record Item(
            ContentId contentId,
            String title,
            int rank,
            double score,
            List<Contribution> contributions,
            List<WordedReason> reasons) {}
}
