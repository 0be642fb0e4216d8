package com.videowindow.patina.domain.consent;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.List;

/** Consents that no longer hold, and of which the log does not say so yet. */
public interface OverdueConsents {

    /** One person's consent to one use. */
    record Overdue(SubjectId subject, Purpose purpose) {}

    /** At most so many; nothing until the log was read to its end once. */
    List<Overdue> overdue(Instant now, int most);
}
