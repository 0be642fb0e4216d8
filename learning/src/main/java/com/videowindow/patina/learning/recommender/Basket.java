package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Seen;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What one person liked, each once, newest first.
 *
 * @param strengths how much, in the same order; see {@link Likes#strengthOf}
 * @param since when they came to like each
 */
public record Basket(List<ContentId> liked, List<Double> strengths, List<Instant> since) {
    public Basket {
        liked = List.copyOf(liked);
        strengths = List.copyOf(strengths);
        since = List.copyOf(since);
        if (liked.size() != strengths.size() || liked.size() != since.size()) {
            throw new IllegalArgumentException("a like without strength or time");
        }
    }

    /** What of a profile is liked, as much as its strongest evidence says. */
    public static Basket of(List<Seen> liked) {
        return new Basket(
                liked.stream().map(Seen::content).toList(),
                liked.stream().map(seen -> Likes.strengthOf(seen.liking())).toList(),
                liked.stream().map(seen -> Instant.ofEpochSecond(seen.at())).toList());
    }

    /** All of them just liked, and at one time. */
    public Basket(List<ContentId> liked) {
        this(liked, Collections.nCopies(liked.size(), 1.0), Collections.nCopies(liked.size(), Instant.EPOCH));
    }
}
