package com.videowindow.patina.domain.part;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part is meant; what is given together narrows it.
 *
 * @param purpose what is held for this purpose and on no other basis
 * @param content everything about this item
 * @param from the earliest time of a fact, by when it happened
 * @param to the first time that is too late
 * @param position the one fact that stands there in the log, as copies name it
 */
public record PartScope(
        @Nullable Purpose purpose,
        @Nullable ContentId content,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable LogPosition position) {

    public PartScope {
        if (purpose == null && content == null && from == null && to == null && position == null) {
            throw new IllegalArgumentException("one of purpose, contentId, from, to or position must be given");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    /** Whether a fact of this time may be meant. */
    public boolean includes(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
