package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;

/**
 * A point in the life of the log.
 *
 * @param position of the last event that had happened; {@link LogPosition#START} before the first
 * @param at the time by which what fades with time is judged
 */
public record Moment(LogPosition position, Instant at) {}
