package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import java.util.List;

/** Choices as they were, read from the log itself. */
public interface PastConsents {

    /** The newest choice per purpose when this position was the end of the log; purposes without one are missing. */
    Found of(SubjectId subject, LogPosition position);

    /**
     * Choices as they were.
     *
     * @param whole false when the fold fails over an event: they are told up to there
     */
    record Found(List<Choice> choices, boolean whole) {}
}
