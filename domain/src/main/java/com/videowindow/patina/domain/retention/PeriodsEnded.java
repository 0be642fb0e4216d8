package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.List;

/**
 * The secrets of these periods are destroyed: no node, no replay and no copy of the log can read what they covered.
 *
 * @param through the end of the log when they were
 */
public record PeriodsEnded(EndingId ending, List<RetentionPeriod> periods, LogPosition through, Instant at)
        implements RetentionEvent {}
