package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * Everything was done and looked through.
 *
 * @param certificate signed, to be checked by anybody; names nobody
 */
public record ErasureCertified(ErasureId erasure, SubjectId subject, String certificate, Instant at)
        implements ErasureEvent {}
