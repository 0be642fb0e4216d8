package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.SubjectId;

/** What a person allows, for every purpose. Answers {@link ConsentChoices}. */
public record FindConsents(SubjectId subject) {}
