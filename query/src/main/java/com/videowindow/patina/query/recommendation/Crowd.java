package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.model.ModelVersion;
import com.videowindow.patina.learning.recommender.CoOccurrence;
import com.videowindow.patina.learning.recommender.CrowdSessions;
import com.videowindow.patina.learning.recommender.Trending;

/** What everybody together teaches, as immutable snapshots that are replaced from time to time. */
public interface Crowd {
    Learned learned();

    /**
     * What was learned by some time, as it is ranked by.
     *
     * @param trained the last event that what goes together was learned from
     * @param counted the last event that what is popular was counted from
     */
    record Learned(
            CoOccurrence coOccurrence,
            Trending trending,
            ModelVersion version,
            LogPosition trained,
            LogPosition counted) {
        public static final Learned NOTHING = new Learned(
                CoOccurrence.NONE,
                Trending.NONE,
                new ModelVersion("cooccurrence@none"),
                LogPosition.START,
                LogPosition.START);
    }

    /**
     * What they liked one after the other, as of what goes together, less those who have left since.
     */
    default CrowdSessions sessions() {
        return CrowdSessions.NONE;
    }

    default CoOccurrence coOccurrence() {
        return learned().coOccurrence();
    }

    default Trending trending() {
        return learned().trending();
    }
}
