package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Events read again, as this version of the program understands them, to tell how something was. Whatever an event
 * leaves unsaid today, since it can no longer be read, is left out.
 */
public interface PastEvents {

    /** The moment after this event; nothing where the log does not reach so far. */
    Optional<Moment> at(LogPosition position);

    /** The moment before the first event that is later than this time, by the clocks of those who wrote. */
    Moment at(Instant time);

    /** All events of one stream. */
    SortedMap<LogPosition, DomainEvent> stream(String name);

    /** The events at these positions. */
    SortedMap<LogPosition, DomainEvent> at(Collection<LogPosition> positions);
}
