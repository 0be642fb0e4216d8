package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one group commit stored: one MongoDB document.
 *
 * @param number place in the chain, from 0 without gaps
 * @param at milliseconds since 1970: the latest time of any event up to and with this block's, so that it never falls
 * @param total events before this block
 * @param prev hash of the block before
 * @param root of the tree over all events up to and with this block's
 * @param milestone what a writer needs to go on from here; present on every 64th block
 * @param hash over all of the above
 * @param writer the node that wrote it
 */
record Block(
        long number,
        long at,
        long total,
        Hash prev,
        Hash root,
        @Nullable Milestone milestone,
        Hash hash,
        String writer,
        List<LoggedEvent> events) {

    static final int MILESTONE_EVERY = 64;

    /** Frontier of the tree and events by type, both with this block's. */
    record Milestone(List<Hash> frontier, SortedMap<String, Long> types) {}

    LogPosition position(int offset) {
        return LogPosition.of(number, offset);
    }

    LogPosition last() {
        return position(events.size() - 1);
    }

    /** The end of the log while this is its newest block. */
    LogEnd end() {
        return new LogEnd(last(), total + events.size(), Instant.ofEpochMilli(at));
    }

    int size() {
        int size = 0;
        for (LoggedEvent event : events) {
            size += event.size();
        }
        return size;
    }
}
