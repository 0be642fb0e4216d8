package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.erasure.ErasureId;
import com.videowindow.patina.domain.erasure.Fence;
import java.time.Instant;

/**
 * Nobody can read what stood at these places, on no node, in no copy of the log.
 *
 * @param fence the end of the log when the keys were destroyed, and their fingerprint
 */
public record PartForgotten(ErasureId erasure, SubjectId subject, Places places, Fence fence, Instant at)
        implements PartStep {}
