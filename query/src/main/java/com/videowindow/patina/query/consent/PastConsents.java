package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.query.consent.ConsentChoices.Choice;
import java.util.List;

/** Choices as they were, read from the log itself. */
public interface PastConsents {

    /** The newest choice per purpose when this position was the end of the log; purposes without one are missing. */
    List<Choice> of(SubjectId subject, LogPosition position);
}
