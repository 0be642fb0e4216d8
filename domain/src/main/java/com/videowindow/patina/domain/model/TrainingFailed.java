package com.videowindow.patina.domain.model;

import java.time.Instant;

/** A training came to nothing. */
public record TrainingFailed(TrainingId training, FailureReason reason, Instant at) implements ModelEvent {}
