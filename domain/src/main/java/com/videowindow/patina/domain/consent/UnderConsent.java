package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;

/** A command or a question whose answer depends on whether its person allows a purpose. */
public interface UnderConsent {
    SubjectId subject();

    /** What is asked for at the gate. */
    default Purpose purpose() {
        return Purpose.PERSONALIZATION;
    }
}
