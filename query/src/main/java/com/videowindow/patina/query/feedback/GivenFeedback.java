package com.videowindow.patina.query.feedback;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.feedback.FeedbackType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Feedback as its author reads it. */
public record GivenFeedback(
        ContentId contentId,
        FeedbackType type,
        @Nullable Double value,
        @Nullable String text,
        Instant at) {}
