package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Locale;

/** Why this list is as it is, in a reader's language. Answers an {@link Explanation}. */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindReasons(RecommendationsServed list, Locale language) {}
