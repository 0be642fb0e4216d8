package com.videowindow.patina.query.feedback;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** Where feedback is kept for its own people to read. */
public interface FeedbackHistories {

    /** Newest first; {@code cursor} is the {@code next} of the page before. */
    FeedbackPage page(SubjectId subject, @Nullable String cursor, int limit);
}
