package com.videowindow.patina.sagas.model;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.model.Hyperparameters;
import com.videowindow.patina.learning.recommender.Basket;
import com.videowindow.patina.learning.recommender.TrainingSet;
import java.util.SortedMap;

/**
 * What the log teaches up to some place.
 *
 * @param likes of everybody who may be learned from
 * @param erased people who had been erased
 * @param excluded people who did something, and whom nothing is learned from
 */
record Lesson(SortedMap<SubjectId, Basket> likes, int erased, int excluded) {

    TrainingSet set(Hyperparameters settings) {
        return TrainingSet.of(likes, settings.items());
    }
}
