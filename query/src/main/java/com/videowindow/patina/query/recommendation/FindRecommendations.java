package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.UnderConsent;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What next for this person. Answers {@link Recommendations}.
 *
 * @param id of the list that will be served; comes in with the question and seeds its exploration
 * @param limit 1 to 100
 * @param pool what to choose from
 * @param asked what else it is to be; gives the weights by where it is shown
 * @param surface where it will be shown, as its asker names it; only kept
 * @param language of the reasons
 * @param budget how long it may take, of which a part of the candidates is left out rather than it comes late; absent for any time
 */
public record FindRecommendations(
        RecommendationId id,
        SubjectId subject,
        Algorithm algorithm,
        int limit,
        Pool pool,
        ListTerms asked,
        @Nullable String surface,
        Locale language,
        Instant now,
        @Nullable Duration budget)
        implements UnderConsent {

    /** For as long as it takes. */
    public FindRecommendations(
            RecommendationId id,
            SubjectId subject,
            Algorithm algorithm,
            int limit,
            Pool pool,
            ListTerms asked,
            @Nullable String surface,
            Locale language,
            Instant now) {
        this(id, subject, algorithm, limit, pool, asked, surface, language, now, null);
    }
}
