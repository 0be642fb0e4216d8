package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.learning.preference.ProfileState;
import org.jspecify.annotations.Nullable;

/** Interest profiles as they were, derived anew from the log. */
public interface PastProfiles {

    /**
     * What was known when this position was the end of the log, by the model of today.
     *
     * @throws com.videowindow.patina.domain.audit.ReadModelUnavailable when the person's events cannot be found now
     */
    Found of(SubjectId subject, LogPosition position);

    /**
     * A profile as it was.
     *
     * @param state absent when nothing was known
     * @param whole false when the model fails over an event: it is told up to there
     */
    record Found(@Nullable ProfileState state, boolean whole) {}
}
