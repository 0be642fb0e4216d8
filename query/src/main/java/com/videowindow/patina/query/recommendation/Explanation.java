package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.consent.Purpose;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.Fallback;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trail of one served list, in the reader's language.
 *
 * @param context where it was shown, as its asker named it: kept, but nothing is ranked by it
 */
public record Explanation(
        RecommendationId id,
        Instant servedAt,
        Algorithm algorithm,
        ModelVersion model,
        LogPosition position,
        List<Purpose> consents,
        @Nullable Fallback fallback,
        @Nullable String context,
        List<Recommendations.Item> items) {}
