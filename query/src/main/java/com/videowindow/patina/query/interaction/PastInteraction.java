package com.videowindow.patina.query.interaction;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interaction.Engagement;
import com.videowindow.patina.domain.interaction.InteractionKind;
import com.videowindow.patina.query.commerce.ShownSale;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person did, as they see it.
 *
 * @param engagement how deep it went, where that is known; like what follows it is left out of the profile's summary
 * @param sale what was bought or put into the cart
 */
public record PastInteraction(
        InteractionKind kind,
        @Nullable ContentId contentId,
        @Nullable String title,
        Instant at,
        @Nullable Engagement engagement,
        @Nullable Circumstances context,
        @Nullable ShownSale sale) {

    public static PastInteraction summed(
            InteractionKind kind, @Nullable ContentId contentId, @Nullable String title, Instant at) {
        return new PastInteraction(kind, contentId, title, at, null, null, null);
    }
}
