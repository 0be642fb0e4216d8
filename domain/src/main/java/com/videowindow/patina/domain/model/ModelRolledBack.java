package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model is no longer in force, since it does worse.
 *
 * @param to what was before it, and is again; absent where nothing is
 * @param by absent where it was by itself
 */
public record ModelRolledBack(
        ModelVersion model,
        @Nullable ModelVersion to,
        RollbackReason reason,
        @Nullable SubjectId by,
        Instant at) implements ModelEvent {}
