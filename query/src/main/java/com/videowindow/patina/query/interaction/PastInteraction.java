package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.query.commerce.ShownSale;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person did, as they see it.
 *
 * @param position of the event in the log, by which it can be named; like what goes on from the engagement it is left out of
 *     the profile's summary
 * @param engagement how deep it went, where that is known
 * @param sale what was bought or put into the cart
 */
public record PastInteraction(
        @Nullable LogPosition position,
        InteractionKind kind,
        @Nullable ContentId contentId,
        @Nullable String title,
        Instant at,
        @Nullable Engagement engagement,
        @Nullable Circumstances context,
        @Nullable ShownSale sale) {

    public static PastInteraction summed(
            InteractionKind kind, @Nullable ContentId contentId, @Nullable String title, Instant at) {
        return new PastInteraction(null, kind, contentId, title, at, null, null, null);
    }
}
