package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** What a person allows now, for every purpose. Answers {@link ConsentChoices}. */
public record FindConsents(SubjectId subject, Instant now) {}
