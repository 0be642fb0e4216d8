package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** This case is no reason any more. */
public record LegalHoldLifted(SubjectId subject, Actor by, CaseReference reference, Instant at)
        implements LegalHoldEvent {}
