package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.privacy.KeyBackup.Outcome;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/** A named part of the backup of keys. Whatever else must not be in the log's copies joins as a further one. */
interface BackupPart {
    /** Entries handed on at once: what is in memory, and in one frame of the file. */
    int AT_ONCE = 1_000;

    /** Stands in the file, so it never changes. */
    String name();

    /** Hands on all entries, at most {@link #AT_ONCE} at a time. */
    void each(Consumer<List<Document>> some);

    /** @throws IllegalStateException when something else stands here that must not be replaced */
    void check(List<Document> entries);

    /** Whether it says whose keys were destroyed, so that the others have to wait for it. */
    default boolean tellsOfEnds() {
        return false;
    }

    /**
     * Adds what is not here, or not as new.
     *
     * @param ends which are known here or to the backup
     */
    Outcome add(List<Document> entries, KnownEnds ends);

    /** After all was added: takes away what was here before and has ended by now. */
    default void settle(KnownEnds ends) {}
}
