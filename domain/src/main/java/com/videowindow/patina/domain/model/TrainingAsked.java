package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.SubjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model is to be trained, by whichever node comes first.
 *
 * @param by absent where nobody asked
 */
public record TrainingAsked(
        TrainingId training, Trigger trigger, @Nullable SubjectId by, Instant at) implements ModelEvent {}
