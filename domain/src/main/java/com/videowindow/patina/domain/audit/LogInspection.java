package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;

/** Looks at the log as a whole. */
public interface LogInspection {
    /** @throws LogUnavailable when the log does not answer */
    LogStatus status();

    /**
     * Where the log ends, cheaply.
     *
     * @throws LogUnavailable when the log does not answer, so that nobody takes an old end for the end
     */
    LogEnd end();

    /** The position of the newest event, as cheaply. @throws LogUnavailable likewise */
    default LogPosition head() {
        return end().position();
    }
}
