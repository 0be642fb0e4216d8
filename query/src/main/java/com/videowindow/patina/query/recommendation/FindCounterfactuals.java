package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Locale;

/**
 * What would become of an item of a list without what each of its reasons rests on. Answers an optional {@link
 * Counterfactuals}; empty where the list has no such item.
 */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindCounterfactuals(RecommendationsServed list, ContentId content, Locale language) {}
