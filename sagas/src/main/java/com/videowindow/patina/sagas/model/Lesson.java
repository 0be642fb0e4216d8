package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facets;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.TrainingSet;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the log teaches up to some place.
 *
 * @param likes of everybody who may be learned from
 * @param described what content is like that is shown
 * @param erased people who had been erased
 * @param excluded people who did something, and whom nothing is learned from
 */
record Lesson(SortedMap<SubjectId, Basket> likes, Map<ContentId, Facets> described, int erased, int excluded) {

    TrainingSet set(Hyperparameters settings) {
        return TrainingSet.of(likes, described, settings.items());
    }
}
