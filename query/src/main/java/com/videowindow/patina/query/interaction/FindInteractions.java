package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** A person's own history, newest first. Answers an {@link InteractionPage}. */
public record FindInteractions(SubjectId subject, @Nullable String cursor, int limit) {}
