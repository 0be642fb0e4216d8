package com.videowindow.patina.learning.preference;

import java.util.List;

/** What somebody likes of what they met. */
public final class Liking {
    /** Beyond this many, older likes only blur the picture; of everybody as many teach. */
    public static final int MOST = 300;

    private Liking() {}

    /** All of it, the latest first. */
    public static List<Seen> of(ProfileState state) {
        return state.seen().stream().filter(seen -> seen.judged().likes()).toList();
    }

    /** As much of it as the picture of somebody is made of. */
    public static List<Seen> latest(List<Seen> liked) {
        return liked.subList(0, Math.min(MOST, liked.size()));
    }
}
