package com.videowindow.patina.domain.retention;

import java.time.Instant;
import java.util.List;

/**
 * These periods are over: from here on their keys may be gone.
 *
 * @param version of the schedule that says so
 */
public record EndingStarted(EndingId ending, long version, List<RetentionPeriod> periods, Instant at)
        implements RetentionEvent {}
