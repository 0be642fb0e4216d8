package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import java.util.Set;

/**
 * The gate for reads: what everybody allows now, kept in memory by tailing the log. Fails closed: when the tail is more
 * than its bound behind, nothing is allowed, and everything that somebody can opt out of counts as opted out.
 */
public interface CurrentConsents {
    /** Whether it is known who allows what; where it is not, nothing is allowed. */
    default boolean isKnown() {
        return true;
    }

    boolean allows(SubjectId subject, Purpose purpose);

    /** All purposes that this person allows now; empty when unknown or when the gate is behind. */
    Set<Purpose> allowedBy(SubjectId subject);

    /** Whether this control is on, or the gate is behind. */
    boolean isOn(SubjectId subject, Control control);

    /** Everything that is set and chosen, whether memory is fresh or not. */
    Standing standing(SubjectId subject);
}
