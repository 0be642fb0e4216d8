package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;

/** What a person allowed when this position was the end of the log. Answers {@link PastChoices}. */
public record FindPastConsents(SubjectId subject, LogPosition position) {}
