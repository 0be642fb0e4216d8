package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.learning.preference.ProfileState;
import org.jspecify.annotations.Nullable;

/** Where interest profiles are kept. */
public interface InterestProfiles {

    /** @throws com.videowindow.patina.domain.audit.ReadModelUnavailable when neither store nor memory has an answer */
    Found find(SubjectId subject);

    /**
     * A profile as it was found.
     *
     * @param state absent when nothing was ever learned or stated
     * @param position how much of the log it has seen
     * @param remembered answered from memory, since the store is away
     */
    record Found(@Nullable ProfileState state, LogPosition position, boolean remembered) {}
}
