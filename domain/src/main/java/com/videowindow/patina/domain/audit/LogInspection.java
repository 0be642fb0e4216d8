package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;

/** Looks at the log as a whole. */
public interface LogInspection {
    LogStatus status();

    /**
     * The position of the newest event, cheaply; {@link LogPosition#START} while the log is empty.
     *
     * @throws LogUnavailable when the log does not answer, so that nobody takes an old head for the head
     */
    LogPosition head();
}
