package com.videowindow.patina.domain.interaction;

import com.videowindow.patina.domain.Check;
import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import org.jspecify.annotations.Nullable;

/**
 * Where and how an interaction came about; everything is optional.
 *
 * @param recommendation the served list that led here
 * @param rank the place in that list, from 1
 * @param surface the part of the product, for example {@code home} or {@code search}
 * @param query what was searched for, at most 200 characters
 * @param order the order of a purchase
 */
public record InteractionContext(
        @Nullable RecommendationId recommendation,
        @Nullable Integer rank,
        @Nullable String surface,
        @Nullable Platform platform,
        @Nullable DeviceId device,
        @Nullable String query,
        @Nullable OrderId order) {

    public static final InteractionContext NONE = new InteractionContext(null, null, null, null, null, null, null);

    public InteractionContext {
        if (rank != null) {
            Check.range("rank", rank, 1, 10_000);
        }
        if (surface != null) {
            Check.identifier("surface", surface, 64);
        }
        if (query != null) {
            Check.text("query", query, 200);
        }
    }
}
