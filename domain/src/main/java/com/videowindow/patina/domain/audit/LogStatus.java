package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.util.Collections;
import java.util.SortedMap;

/**
 * The log in figures.
 *
 * @param types events by stored name
 * @param checkpoint hash of the newest block, in hexadecimal; empty while the log is empty
 */
public record LogStatus(
        long events, SortedMap<String, Long> types, LogPosition position, long blocks, String checkpoint) {

    public static final LogStatus EMPTY = new LogStatus(0, Collections.emptySortedMap(), LogPosition.START, 0, "");
}
