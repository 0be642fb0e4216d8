package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** Where interactions are kept for their own people to read. */
public interface Histories {

    /** Newest first; {@code cursor} is the {@code next} of the page before. */
    InteractionPage page(SubjectId subject, @Nullable String cursor, int limit);
}
