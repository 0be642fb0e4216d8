package com.videowindow.patina.query.commerce;

import com.videowindow.patina.domain.SubjectId;
import org.jspecify.annotations.Nullable;

/** Where orders are kept for their own people to read. */
public interface OrderHistories {

    /** Newest first; {@code cursor} is the {@code next} of the page before. */
    OrderPage page(SubjectId subject, @Nullable String cursor, int limit);
}
