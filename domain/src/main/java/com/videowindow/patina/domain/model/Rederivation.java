package com.videowindow.patina.domain.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves a stored model from the log. */
public interface Rederivation {

    /**
     * What came of it.
     *
     * @param stored what the model is called, by its bytes
     * @param derived what came of training from the log again, up to where it was trained from
     * @param leftSince when somebody left whom it may have learned from: then it cannot be derived again, and must not be;
     *     absent where nobody did
     */
    record Rederived(
            ModelVersion stored,
            ModelVersion derived,
            @Nullable Instant leftSince) {
        public boolean isEqual() {
            return stored.equals(derived);
        }
    }

    /** Absent where no such model is there. Takes as long as a training. */
    Optional<Rederived> rederive(ModelVersion version);
}
