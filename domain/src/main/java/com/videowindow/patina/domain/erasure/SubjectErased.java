package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * The person's keys are destroyed: no node, no replay and no copy of the log can read what they covered.
 *
 * @param fence what keeps new keys from being made for this person
 */
public record SubjectErased(ErasureId erasure, SubjectId subject, Fence fence, Instant at) implements ErasureEvent {}
