package com.videowindow.patina.domain.model;

import java.time.Instant;

/** A model made lists beside the one in force, which nobody was shown. */
public record ModelShadowed(TrainingId training, ModelVersion model, Shadow shadow, Instant at) implements ModelEvent {}
