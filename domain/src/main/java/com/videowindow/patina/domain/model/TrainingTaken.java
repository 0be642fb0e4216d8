package com.videowindow.patina.domain.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A node goes on with a training: another, since the one before is not heard of any more, or the same, which takes its time.
 *
 * @param until after which another may take it over
 */
public record TrainingTaken(TrainingId training, UUID node, Instant until, Instant at) implements ModelEvent {}
