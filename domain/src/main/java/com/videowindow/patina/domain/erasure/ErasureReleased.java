package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** The reason to keep the data is gone. */
public record ErasureReleased(ErasureId erasure, SubjectId subject, Actor by, Instant at) implements ErasureEvent {}
