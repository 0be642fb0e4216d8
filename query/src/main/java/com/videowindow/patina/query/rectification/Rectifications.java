package com.videowindow.patina.query.rectification;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** Where what people said is wrong is kept for them to read. */
public interface Rectifications {

    /** Newest first; {@code cursor} is the {@code next} of the page before. */
    RectificationPage page(SubjectId subject, @Nullable String cursor, int limit);
}
