package com.videowindow.patina.domain.recommendation;

import java.util.UUID;

/** One served list; time-ordered (UUIDv7). */
public record RecommendationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
