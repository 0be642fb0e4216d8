package com.videowindow.patina.domain.privacy;

import com.videowindow.patina.domain.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that has something of a person, if only the public name of a creator, and what is done with it.
 *
 * @param name as it is stored
 * @param category whose keys it rests under; absent where it is not sealed: it names a random id, or what is shown to everybody
 */
public record ProcessedEvent(
        String name,
        Class<? extends DomainEvent> type,
        @Nullable DataCategory category,
        Processing how) {

    /** Knows all that this version stores. */
    public interface Known {
        /** @throws IllegalStateException naming an event about people that does not say what is done with it */
        List<ProcessedEvent> all();
    }
}
