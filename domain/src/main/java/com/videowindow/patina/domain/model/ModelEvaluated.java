package com.videowindow.patina.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model's settings were measured on people whose last like was kept from the training.
 *
 * @param inForce beside what was in force then; absent where that was none, and it is what is popular
 * @param other how that did on the same people
 */
public record ModelEvaluated(
        TrainingId training,
        ModelVersion model,
        Metrics measured,
        @Nullable ModelVersion inForce,
        Metrics other,
        Instant at)
        implements ModelEvent {}
