package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.DomainEvent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.projections.store.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one document follows from the events of its key. Pure: the live projection, a redelivery and a rebuild run the same
 * code over the same events and must come to the same document.
 */
public interface ReadModel<D> {
    /** Names the projection, its alias and its layout in {@code /read-models/<name>.json}. */
    String name();

    Class<D> body();

    /** Whether an event of this type can matter; asked before its payload is decoded. */
    boolean concerns(Class<?> event);

    /** The key of the document that this event belongs to; absent where it belongs to none. */
    @Nullable
    String key(DomainEvent event, LogPosition position);

    /** The document after the event; absent where the event leaves nothing. */
    @Nullable
    D apply(@Nullable D body, DomainEvent event, LogPosition position);

    /** The document after these events of its key, for models that can do better than one by one. */
    default @Nullable D applyAll(@Nullable D body, List<Positioned> events) {
        D after = body;
        for (Positioned one : events) {
            after = apply(after, one.event(), one.position());
        }
        return after;
    }

    /**
     * Whether something that was folded before may not be in the document after this event, so that a document that was kept
     * has to be folded again from the log. To {@link #apply} it changes nothing: whoever reads the log from its start leaves
     * out what is left out today.
     */
    default boolean isFoldedAgainAt(DomainEvent event) {
        return false;
    }

    /**
     * The document as the log makes it up to and with this position, without what is left out today.
     *
     * @throws com.videowindow.patina.domain.audit.ReadModelUnavailable when its events cannot be found now
     */
    default @Nullable D foldedAgain(String key, LogPosition upTo) {
        throw new UnsupportedOperationException(name());
    }

    /** Whether each document comes from one event alone, so that there is nothing to read before it is written. */
    default boolean isFact() {
        return false;
    }

    /** Whether its documents are about people, and leave when they do. */
    boolean isPersonal();

    /** The document as last told by {@link #written}, if it is still in memory: saves reading it again. */
    default @Nullable Document<D> recall(String key) {
        return null;
    }

    /** Told on this node after a document has been written. */
    default void written(String key, Document<D> document) {}

    /** Told on this node after a rebuilt index has taken the place of the old one. */
    default void swapped() {}
}
