package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** Choices as they were, read from the log itself. */
public interface PastConsents {

    /** What held for every purpose at this time, when this position was the end of the log. */
    Found of(SubjectId subject, LogPosition position, Instant at);

    /**
     * Choices as they were.
     *
     * @param whole false when the fold fails over an event: they are told up to there
     */
    record Found(ConsentChoices choices, boolean whole) {}
}
