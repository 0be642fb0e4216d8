package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a person allows, for every purpose. Answers {@link ConsentChoices}.
 *
 * @param asOf as it was when this position was the end of the log; absent as it is
 */
public record FindConsents(SubjectId subject, @Nullable LogPosition asOf) {}
