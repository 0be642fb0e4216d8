package com.videowindow.patina.domain.audit;

import java.util.List;

/**
 * Stores facts exactly once, for ever: the log's unique key is the deduplication. All of a call are durable when it
 * returns, one {@link Stored} per fact, in order.
 */
public interface FactLog {

    /** @throws LogUnavailable when the log cannot take them now; nothing of this call needs to be undone before a retry */
    List<Stored> storeOnce(List<Fact> facts);
}
