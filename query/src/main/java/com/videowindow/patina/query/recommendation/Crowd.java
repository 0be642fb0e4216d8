package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.Trending;

/** What everybody together teaches, as immutable snapshots that are replaced from time to time. */
public interface Crowd {
    CoOccurrence coOccurrence();

    Trending trending();

    ModelVersion version();
}
