package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** From now on nothing of theirs is erased. */
public record LegalHoldPlaced(SubjectId subject, Actor by, HoldBasis basis, CaseReference reference, Instant at)
        implements LegalHoldEvent {}
