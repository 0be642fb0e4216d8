package com.videowindow.patina.learning.preference;

import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.interest.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The evidence of one facet while events are folded in. */
final class Ledger {
    private static final Comparator<Evidence> NEWEST_FIRST = Comparator.comparingLong(Evidence::at)
            .reversed()
            .thenComparing(Evidence::content)
            .thenComparing(Evidence::proof);
    private static final Proof[] PROOFS = Proof.values();

    private FacetEvidence now;

    Ledger(Facet facet, long at) {
        this(new FacetEvidence(facet, 0, 0, at, 0, List.of(), List.of()));
    }

    Ledger(FacetEvidence known) {
        this.now = known;
    }

    FacetEvidence now() {
        return now;
    }

    /** Adds evidence; what came earlier by its own time arrives already decayed, so that order does not matter. */
    void add(double weight, long at, Decay decay) {
        double kept = decay.over(at - now.at());
        double added = Math.abs(weight) * decay.over(now.at() - at);
        now = new FacetEvidence(
                now.facet(),
                now.positive() * kept + (weight > 0 ? added : 0),
                now.negative() * kept + (weight < 0 ? added : 0),
                Math.max(at, now.at()),
                now.count() + 1,
                now.tallies(),
                now.newest());
    }

    /** Names a deed; {@code first} tells that it was never done with this content, so that tallies count content. */
    void prove(Evidence deed, boolean first) {
        List<Evidence> named = new ArrayList<>(now.newest());
        named.removeIf(old -> old.content().equals(deed.content()) && old.proof() == deed.proof());
        named.add(deed);
        named.sort(NEWEST_FIRST);
        if (named.size() > FacetEvidence.NAMED) {
            named.removeLast();
        }
        prove(first ? tallied(deed.proof().bit(), 1) : now.tallies(), named);
    }

    /** Takes back every deed with this content: the person changed their mind, and a reason must stay true. */
    void recant(ContentId content, int proofs) {
        List<Evidence> named = new ArrayList<>(now.newest());
        named.removeIf(old -> old.content().equals(content));
        prove(tallied(proofs, -1), named);
    }

    private void prove(List<FacetEvidence.Tally> tallies, List<Evidence> named) {
        now = new FacetEvidence(now.facet(), now.positive(), now.negative(), now.at(), now.count(), tallies, named);
    }

    private List<FacetEvidence.Tally> tallied(int proofs, int change) {
        List<FacetEvidence.Tally> tallies = new ArrayList<>();
        for (Proof proof : PROOFS) {
            int count = now.tally(proof) + ((proofs & proof.bit()) != 0 ? change : 0);
            if (count > 0) {
                tallies.add(new FacetEvidence.Tally(proof, count));
            }
        }
        return tallies;
    }
}
