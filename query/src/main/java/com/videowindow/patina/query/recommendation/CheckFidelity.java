package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;

/** Whether a list that was just served is what it says it is. Answers a {@link Fidelity}. */
@Uses(purpose = ProcessingPurpose.ACCOUNTABILITY, basis = LawfulBasis.LEGAL_OBLIGATION)
public record CheckFidelity(RecommendationsServed list) {}
