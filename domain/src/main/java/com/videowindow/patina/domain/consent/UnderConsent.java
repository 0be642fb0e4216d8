package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.privacy.LawfulBasis;
import com.videowindow.patina.domain.privacy.ProcessingPurpose;
import com.videowindow.patina.domain.privacy.Uses;

/** A command or a question whose answer depends on whether its person allows their own profile and lists. */
@Uses(purpose = ProcessingPurpose.PERSONALIZATION, basis = LawfulBasis.CONSENT)
public interface UnderConsent {
    SubjectId subject();

    /** What is asked for at the gate. */
    default Purpose purpose() {
        return Purpose.PERSONALIZATION;
    }
}
