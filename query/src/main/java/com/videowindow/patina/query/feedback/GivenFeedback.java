package com.videowindow.patina.query.feedback;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.feedback.FeedbackType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as its author reads it.
 *
 * @param position of the event in the log, by which it can be named
 */
public record GivenFeedback(
        LogPosition position,
        ContentId contentId,
        FeedbackType type,
        @Nullable Double value,
        @Nullable String text,
        Instant at) {}
