package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationId;

/** What a served list rested on, and whether the same comes out of the log again. Answers an optional {@link RecommendationAudit}. */
public record FindAudit(RecommendationId recommendation) {}
