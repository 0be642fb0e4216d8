package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events that read models could not take in, of all nodes. */
public interface DeadLetters {

    /**
     * Keys with letters, by projection and key.
     *
     * @param projection only of this one
     * @param after only keys behind this one, named as {@code projection/sequence}
     */
    List<DeadSequence> sequences(@Nullable String projection, @Nullable String after, int atMost);

    Optional<DeadSequence> find(String projection, String sequence);

    /** Events that wait, over all keys of a projection. */
    long count(String projection);

    /** The read model goes without this event, or without all that wait there; empty when there is no such letter. */
    Optional<Eviction> evict(
            String projection,
            String sequence,
            @Nullable LogPosition position,
            String reason,
            SubjectId by,
            Instant at);

    /** Who left out what and why, newest first. */
    List<Eviction> evictions(int atMost);

    /** What a read model goes without. */
    Set<LogPosition> evicted(String projection);

    /** Forgets the letters up to a position: the read model was made anew, and holds them. */
    void discard(String projection, LogPosition upTo);
}
