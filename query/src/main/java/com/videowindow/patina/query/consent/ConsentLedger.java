package com.videowindow.patina.query.consent;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;

/** Where choices are kept for their own people to read. */
public interface ConsentLedger {

    /** What holds for every purpose at this time, which is now. */
    ConsentChoices of(SubjectId subject, Instant now);
}
