package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.UUID;

/**
 * A node trains; whoever takes it over trains from the same, and so comes to the same bytes.
 *
 * @param upTo where in the log it ends
 * @param node one run of one node
 * @param until after which another may take it over
 */
public record TrainingBegun(
        TrainingId training, LogPosition upTo, Hyperparameters settings, UUID node, Instant until, Instant at)
        implements ModelEvent {}
