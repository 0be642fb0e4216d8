package com.videowindow.patina.domain.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries again what a read model could not take in, in the order of the log. */
public interface DeadLetterRetries {

    /** For a few seconds at most. Empty when there is no such key, or somebody is at it. @throws ReadModelUnavailable when nothing can be written */
    Optional<Retried> retry(String projection, String sequence);

    /**
     * Tries the keys of a projection in their order, for a few seconds at most.
     *
     * @param from the first to try, as an earlier answer named it; all when absent
     */
    Retried retryAll(String projection, @Nullable String from);
}
