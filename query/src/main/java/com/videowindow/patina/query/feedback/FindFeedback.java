package com.videowindow.patina.query.feedback;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** A person's own feedback, newest first. Answers a {@link FeedbackPage}. */
public record FindFeedback(SubjectId subject, @Nullable String cursor, int limit) {}
