package com.videowindow.patina.domain.erasure;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/**
 * Somebody else who holds something about the person was told that they left (GDPR, articles 17(2) and 19).
 *
 * @param reached false when they could not be told for so long that it was given up, and somebody has to see to it
 */
public record PartyTold(ErasureId erasure, SubjectId subject, PartyName party, boolean reached, Instant at)
        implements ErasureEvent {}
