package com.videowindow.patina.command.feedback;

import com.videowindow.patina.domain.SubjectId;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.consent.UnderConsent;
import com.videowindow.patina.domain.feedback.FeedbackType;
import com.videowindow.patina.domain.interaction.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judge content; answers a {@code Stored} with its position. */
public record GiveFeedback(
        SubjectId subject,
        MessageId message,
        ContentId content,
        FeedbackType type,
        @Nullable Double value,
        @Nullable String text,
        Instant at)
        implements UnderConsent {}
