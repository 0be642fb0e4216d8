package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an item of a list without what each of its reasons rests on. Answers an optional {@link
 * Counterfactuals}; empty where the person was served no such list, or it has no such item that is still shown.
 *
 * @param list where it is at hand, and was served to this person; otherwise its trail is looked for
 */
@Uses(purpose = ProcessingPurpose.RIGHTS_OF_PEOPLE, basis = LawfulBasis.LEGAL_OBLIGATION)
public record FindCounterfactuals(
        SubjectId subject,
        RecommendationId recommendation,
        @Nullable RecommendationsServed list,
        ContentId content,
        Locale language) {}
