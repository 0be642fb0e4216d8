package com.videowindow.patina.query.rectification;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** What a person said is wrong, newest first. Answers a {@link RectificationPage}. */
public record FindRectifications(
        SubjectId subject, @Nullable String cursor, int limit) {}
