package com.videowindow.patina.domain.interaction;

import com.videowindow.patina.domain.Check;
import org.jspecify.annotations.Nullable;

/**
 * How deep an interaction went.
 *
 * @param watchedSeconds time watched, 0 to 86,400 s
 * @param completion share of the content that was watched, 0 to 1
 * @param rating stars, 0.5 to 5; required for {@link InteractionKind#RATE}
 */
public record Engagement(
        @Nullable Double watchedSeconds,
        @Nullable Double completion,
        @Nullable Double rating) {

    public static final Engagement NONE = new Engagement(null, null, null);

    public Engagement {
        if (watchedSeconds != null) {
            Check.range("watchedSeconds", watchedSeconds, 0, 86_400);
        }
        if (completion != null) {
            Check.range("completion", completion, 0, 1);
        }
        if (rating != null) {
            Check.range("rating", rating, 0.5, 5);
        }
    }
}
