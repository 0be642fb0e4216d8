package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.recommendation.Algorithm;
import com.videowindow.patina.domain.recommendation.ListTerms;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.query.Workshop;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A workshop that is asked for lists in English, of everything it has. */
record Asking(Workshop workshop, SubjectId who, Algorithm algorithm) {

    /** @param id draws what is explored */
    Recommendations list(long id, int limit, ListTerms asked, Instant now) {
        return new RecommendationQueries(
                        workshop, workshop, new Shelves(workshop, workshop, workshop), new Wording(workshop))
                .handle(new FindRecommendations(
                        new RecommendationId(new UUID(id, 7)),
                        who,
                        algorithm,
                        limit,
                        Pool.EVERYTHING,
                        asked,
                        null,
                        Locale.ENGLISH,
                        now));
    }
}
