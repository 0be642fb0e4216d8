package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import java.util.Set;

/**
 * The gate for reads: what everybody allows now, kept in memory by tailing the log. Fails closed: when the tail is more
 * than its bound behind, nothing is allowed.
 */
public interface CurrentConsents {
    boolean allows(SubjectId subject, Purpose purpose);

    /** All purposes that this person allows now; empty when unknown or when the gate is behind. */
    Set<Purpose> allowedBy(SubjectId subject);
}
