package com.videowindow.patina.domain.audit;

import java.util.Optional;

/** Tries again what a read model could not take in, in the order of the log. */
public interface DeadLetterRetries {

    /** Empty when there is no such key, or somebody is at it. @throws ReadModelUnavailable when nothing can be written */
    Optional<Retried> retry(String projection, String sequence);

    /** Tries every key of a projection once, as far as a few seconds allow. */
    Retried retryAll(String projection);
}
