package com.videowindow.patina.domain.model;

import java.time.Instant;
import java.util.List;

/** A model is not put in force. */
public record ModelRefused(TrainingId training, ModelVersion model, List<Guardrail> broken, Instant at)
        implements ModelEvent {
    public ModelRefused {
        broken = List.copyOf(broken);
    }
}
