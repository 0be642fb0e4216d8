package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.Tuple;
import com.videowindow.patina.domain.catalog.ContentId;

/**
 * Content that a person engaged with: not offered again, and a seed of what goes together with it.
 *
 * @param at epoch second of the newest deed; numbers, since a profile may hold thousands
 * @param liking the strongest evidence since the last change of mind: above 0 liked, below 0 disliked
 * @param proofs bits of the {@link Proof}s that still hold
 */
@Tuple
public record Seen(ContentId content, long at, double liking, int proofs) {
    /** What they think of it. */
    public Judgement judged() {
        return new Judgement(at, liking);
    }

    /** Whether this was done with it, and not taken back. */
    public boolean shows(Proof proof) {
        return (proofs & proof.bit()) != 0;
    }
}
