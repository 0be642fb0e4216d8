package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.commerce.OrderId;
import com.videowindow.patina.domain.interaction.DeviceId;
import com.videowindow.patina.domain.interaction.InteractionContext;
import com.videowindow.patina.domain.interaction.Platform;
import com.videowindow.patina.domain.interaction.SessionId;
import com.videowindow.patina.domain.recommendation.RecommendationId;
import org.jspecify.annotations.Nullable;

/** Where and how something was done, under the names by which clients report it. */
public record Circumstances(
        @Nullable SessionId sessionId,
        @Nullable RecommendationId recommendationId,
        @Nullable Integer rank,
        @Nullable String surface,
        @Nullable Platform platform,
        @Nullable DeviceId deviceId,
        @Nullable String query,
        @Nullable OrderId orderId) {

    /** Nothing where nothing was reported. */
    public static @Nullable Circumstances of(@Nullable SessionId session, InteractionContext context) {
        return session == null && context.equals(InteractionContext.NONE)
                ? null
                : new Circumstances(
                        session,
                        context.recommendation(),
                        context.rank(),
                        context.surface(),
                        context.platform(),
                        context.device(),
                        context.query(),
                        context.order());
    }
}
