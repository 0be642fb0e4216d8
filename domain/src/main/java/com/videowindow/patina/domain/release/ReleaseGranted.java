package com.videowindow.patina.domain.release;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.Actor;
import java.time.Instant;

/**
 * Another officer allows it.
 *
 * @param until for how long
 */
public record ReleaseGranted(ReleaseId release, SubjectId subject, Actor by, Instant until, Instant at)
        implements ReleaseEvent {}
