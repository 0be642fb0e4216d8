package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.SubjectId;

/** Where choices are kept for their own people to read. */
public interface ConsentLedger {

    /** The newest choice per purpose; purposes without one may be missing. */
    ConsentChoices of(SubjectId subject);
}
