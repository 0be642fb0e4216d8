package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** What a person allowed at this time, when this position was the end of the log. Answers {@link PastChoices}. */
public record FindPastConsents(SubjectId subject, LogPosition position, Instant at) {}
