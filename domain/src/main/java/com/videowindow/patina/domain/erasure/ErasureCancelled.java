package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** The request was taken back before it started: everything is as it was. */
public record ErasureCancelled(ErasureId erasure, SubjectId subject, Actor by, Instant at) implements ErasureEvent {}
