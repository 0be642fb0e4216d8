package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import com.videowindow.patina.domain.recommendation.RecommendationsServed;
import java.util.Optional;

/** Where the trails of served lists are kept. */
public interface Trails {

    /** The list, only if it was served to this person. */
    Optional<RecommendationsServed> find(SubjectId subject, RecommendationId recommendation);
}
