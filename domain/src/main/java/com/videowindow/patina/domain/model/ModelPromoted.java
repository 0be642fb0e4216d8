package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model is in force.
 *
 * @param before what was until then; absent where nothing was
 * @param by whose word put it there; absent where it was the guardrails
 */
public record ModelPromoted(
        ModelVersion model,
        @Nullable ModelVersion before,
        @Nullable SubjectId by,
        Instant at) implements ModelEvent {}
