package com.videowindow.patina.domain.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the last training ended.
 *
 * @param model that came of it; absent where none did
 * @param failed why none did
 * @param broken why it was not put in force
 */
public record Outcome(
        TrainingId training,
        @Nullable ModelVersion model,
        @Nullable FailureReason failed,
        List<Guardrail> broken,
        Instant at) {}
