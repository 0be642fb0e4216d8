package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;

/**
 * Where the log ends.
 *
 * @param position of the newest event; {@link LogPosition#START} while there is none
 * @param events up to and with that one
 * @param at when it was stored; {@link Instant#EPOCH} while there is none
 */
public record LogEnd(LogPosition position, long events, Instant at) {
    public static final LogEnd NONE = new LogEnd(LogPosition.START, 0, Instant.EPOCH);
}
