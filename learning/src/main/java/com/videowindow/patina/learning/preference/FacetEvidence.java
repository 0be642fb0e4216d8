package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.Tuple;
import com.videowindow.patina.domain.interest.Facet;
import java.util.List;

/**
 * What a person's deeds say about one facet.
 *
 * @param positive evidence for, decayed to {@code at}
 * @param negative evidence against, decayed to {@code at}
 * @param at epoch second of the newest deed
 * @param count deeds that left evidence
 * @param tallies distinct content per kind of deed, in the order of {@link Proof}
 * @param newest at most {@value #NAMED} deeds with content, newest first
 */
@Tuple
public record FacetEvidence(
        Facet facet, double positive, double negative, long at, int count, List<Tally> tallies, List<Evidence> newest) {

    public static final int NAMED = 5;

    public FacetEvidence {
        tallies = List.copyOf(tallies);
        newest = List.copyOf(newest);
    }

    /** How many different pieces of content a deed was done with. */
    @Tuple
    public record Tally(Proof proof, int count) {}

    public int tally(Proof proof) {
        return tallies.stream()
                .filter(tally -> tally.proof() == proof)
                .mapToInt(Tally::count)
                .findFirst()
                .orElse(0);
    }
}
