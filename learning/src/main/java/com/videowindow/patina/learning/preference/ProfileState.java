package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.interest.Preferences;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is folded from one person's events. Every list is sorted by its own values, so that a replay gives an
 * identical document.
 *
 * @param lastEventAt event time of the newest deed
 * @param facets by facet, at most {@value #MAX_FACETS}: beyond that the weakest says less than noise
 * @param revision of the stated preferences; outlives a withdrawal of consent, since the next statement must count on
 * @param seen newest first, at most {@value #MAX_SEEN}: older content may be offered again
 * @param dismissed newest first, at most {@value #MAX_DISMISSED}
 * @param recent newest first, at most {@value #MAX_RECENT}; only shown, nothing is learned from it
 * @param following sorted, at most {@value #MAX_FOLLOWING}
 * @param hits predictions that came true
 * @param predictions predictions that could be checked
 * @param lately the deeds that left evidence last, newest first, at most {@value #MAX_LATELY}
 * @param practised by level, those of which a video was watched
 */
public record ProfileState(
        @Nullable Instant lastEventAt,
        List<FacetEvidence> facets,
        Preferences preferences,
        long revision,
        @Nullable Instant statedAt,
        List<Seen> seen,
        List<ContentId> dismissed,
        List<Recent> recent,
        List<CreatorId> following,
        int hits,
        int predictions,
        List<LatestDeed> lately,
        List<Practised> practised) {

    public static final int MAX_FACETS = 400;
    public static final int MAX_SEEN = 5_000;
    public static final int MAX_DISMISSED = 1_000;
    public static final int MAX_RECENT = 50;
    public static final int MAX_FOLLOWING = 500;
    public static final int MAX_LATELY = 60;

    public static final ProfileState EMPTY = new ProfileState(
            null,
            List.of(),
            Preferences.NONE,
            0,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            List.of(),
            List.of());

    public ProfileState {
        facets = List.copyOf(facets);
        seen = List.copyOf(seen);
        dismissed = List.copyOf(dismissed);
        recent = List.copyOf(recent);
        following = List.copyOf(following);
        lately = lately == null ? List.of() : List.copyOf(lately); // absent where an older program stored it
        practised = practised == null ? List.of() : List.copyOf(practised);
    }

    /** Whether there is anything to rank by. */
    public boolean knowsSomething() {
        return !facets.isEmpty() || !seen.isEmpty() || !preferences.interests().isEmpty() || !following.isEmpty();
    }
}
