package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.recommendation.RecommendationId;

/** What a served list rested on, and whether the same comes out of the log again. Answers an optional {@link RecommendationAudit}. */
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindAudit(RecommendationId recommendation) {}
