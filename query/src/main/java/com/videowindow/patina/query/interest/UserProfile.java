package com.videowindow.patina.query.interest;

import com.videowindow.patina.domain.interest.Preferences;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's profile as they see it.
 *
 * @param interactions the latest 50; older ones by {@code FindInteractions}
 * @param revision of the stated preferences, for {@code If-Match}; 0 before the first
 * @param degraded answered from memory, since the read side is away
 */
public record UserProfile(
        String userId,
        List<ContentInterest> interests,
        List<String> segments,
        List<com.videowindow.patina.query.interaction.PastInteraction> interactions,
        Preferences preferences,
        long revision,
        @Nullable Instant lastUpdated,
        Accuracy accuracy,
        boolean degraded) {}
