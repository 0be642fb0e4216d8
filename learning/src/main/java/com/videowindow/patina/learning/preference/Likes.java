package com.videowindow.patina.learning.preference;

import java.util.List;

/** What somebody likes of what they met. */
public final class Likes {
    /** Beyond this many, older likes only blur the picture. */
    private static final int MOST = 200;

    private static final double LIKED = 0.5;

    private Likes() {}

    /** The latest first. */
    public static List<Seen> of(ProfileState state) {
        return state.seen().stream()
                .filter(seen -> seen.liking() >= LIKED)
                .limit(MOST)
                .toList();
    }
}
