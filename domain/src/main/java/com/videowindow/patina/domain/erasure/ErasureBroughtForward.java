package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * It was asked for again, to begin sooner.
 *
 * @param due when it begins now
 */
public record ErasureBroughtForward(ErasureId erasure, SubjectId subject, Actor by, Instant due, Instant at)
        implements ErasureEvent {}
