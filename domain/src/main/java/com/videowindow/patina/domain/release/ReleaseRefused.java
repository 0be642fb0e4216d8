package com.videowindow.patina.domain.release;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;

/** An officer does not allow it, or not any more. */
public record ReleaseRefused(ReleaseId release, SubjectId subject, Actor by, Instant at) implements ReleaseEvent {}
