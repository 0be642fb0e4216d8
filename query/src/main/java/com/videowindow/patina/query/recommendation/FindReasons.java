package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Locale;

/** Why this list is as it is, in a reader's language. Answers an {@link Explanation}. */
public record FindReasons(RecommendationsServed list, Locale language) {}
