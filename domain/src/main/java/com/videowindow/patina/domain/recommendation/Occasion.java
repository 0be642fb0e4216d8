package com.videowindow.patina.domain.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What the place is about in which a list is shown: one of both. What is related to it stands higher. Where there is no
 * occasion, the place is the feed.
 */
public record Occasion(
        @Nullable ContentId watched, @Nullable ProductId product) {
    public Occasion {
        if ((watched == null) == (product == null)) {
            throw new IllegalArgumentException("occasion must be of one content or one product");
        }
    }

    public Surface surface() {
        return watched == null ? Surface.PRODUCT : Surface.AFTER_WATCH;
    }
}
