package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** From here on it cannot be cancelled: keys may be gone already. */
public record ErasureStarted(ErasureId erasure, SubjectId subject, Instant at) implements ErasureEvent {}
