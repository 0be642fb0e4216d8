package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.audit.DeadLetterRetries;
import com.videowindow.patina.domain.audit.Retried;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries dead letters again on this node, whichever node has the segment. */
@Component
final class LetterRetries implements DeadLetterRetries {
    private final ProjectionDirectory projections;

    LetterRetries(ProjectionDirectory projections) {
        this.projections = projections;
    }

    @Override
    public Optional<Retried> retry(String projection, String sequence) {
        return projections.named(projection).flatMap(one -> one.poisoned().retry(sequence));
    }

    @Override
    public Retried retryAll(String projection, @Nullable String from) {
        return projections
                .named(projection)
                .map(one -> one.poisoned().retryAll(from))
                .orElse(Retried.NOTHING);
    }
}
