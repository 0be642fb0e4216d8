package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;

/**
 * A model serves no more, and nobody can go back to it; its bytes go.
 *
 * @param upTo what it was trained from
 */
public record ModelRetired(ModelVersion model, RetirementReason reason, LogPosition upTo, Instant at)
        implements ModelEvent {}
