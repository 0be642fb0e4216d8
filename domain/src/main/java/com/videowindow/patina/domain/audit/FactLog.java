package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import java.util.List;
import java.util.Optional;

/**
 * Stores facts exactly once, for ever: the log's unique key is the deduplication. All of a call are durable when it
 * returns, one {@link Stored} per fact, in order.
 */
public interface FactLog {

    /** @throws LogUnavailable when the log cannot take them now; nothing of this call needs to be undone before a retry */
    List<Stored> storeOnce(List<Fact> facts);

    /** What stands in the log where this fact has its place: what was stored first under its message, if it can be read. */
    Optional<DomainEvent> find(Fact fact);

    /** Where what {@link #find} finds stands; also where it cannot be read. */
    Optional<LogPosition> position(Fact fact);
}
