package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.consent.UnderConsent;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;

/**
 * A list that was served to this person before, for one that goes on from it. Answers an optional {@link
 * RecommendationsServed}; empty also where they do not allow personal lists now.
 */
public record FindServed(SubjectId subject, RecommendationId recommendation) implements UnderConsent {}
