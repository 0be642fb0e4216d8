package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.learning.preference.Seen;
import java.util.Collections;
import java.util.List;

/**
 * What one person liked, each once, newest first.
 *
 * @param strengths how much, in the same order; see {@link Likes#strengthOf}
 */
public record Basket(List<ContentId> liked, List<Double> strengths) {
    public Basket {
        liked = List.copyOf(liked);
        strengths = List.copyOf(strengths);
        if (liked.size() != strengths.size()) {
            throw new IllegalArgumentException("a like without strength");
        }
    }

    /** What of a profile is liked, as much as its strongest evidence says. */
    public static Basket of(List<Seen> liked) {
        return new Basket(
                liked.stream().map(Seen::content).toList(),
                liked.stream().map(seen -> Likes.strengthOf(seen.liking())).toList());
    }

    /** All of them just liked. */
    public Basket(List<ContentId> liked) {
        this(liked, Collections.nCopies(liked.size(), 1.0));
    }
}
