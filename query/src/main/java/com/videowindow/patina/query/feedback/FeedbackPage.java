package com.videowindow.patina.query.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of feedback; {@code next} is the cursor of the following page, absent on the last. */
public record FeedbackPage(
        List<GivenFeedback> items, @Nullable String next) {}
