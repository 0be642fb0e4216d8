package com.videowindow.patina.domain.model;

import java.time.Instant;

/**
 * A model's bytes are stored.
 *
 * @param model names it by the SHA-256 of its bytes: it may be one that was there before
 * @param bytes how many
 */
public record ModelTrained(TrainingId training, ModelVersion model, long bytes, Lineage lineage, Instant at)
        implements ModelEvent {}
