package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.learning.ranking.ContentInterest;
import com.videowindow.patina.query.catalog.CatalogSnapshot;
import java.util.BitSet;

/**
 * What is ranked where there is too much to score all of it for every list.
 *
 * <p>Idea: of everything that is eligible a score without what is dear (the products of a model's factors, and what somebody
 * practised), then exact scores of the highest of those alone. What goes together with what the person likes are rows that are
 * there already, and interest is summed up along the postings of the facets that anything is known of, not content by content.
 *
 * <p>It follows from what the list rests on and from nothing else, so whoever makes the list again has the same candidates.
 * What stands above on earlier pages takes part and is left out at the end, so that all pages choose from the same.
 *
 * <p>Cost: the postings of the person's facets, and a pass that reads some numbers of each piece.
 *
 * <p>Reference: Covington, Adams and Sargin, Deep Neural Networks for YouTube Recommendations (2016), for the two stages.
 */
final class Candidates {
    /** Up to here everything is scored, and nothing that a list could have is overlooked. */
    static final int ALL = 20_000;

    static final int RANKED = 2_000;

    private final Shelf shelf;
    private final Taste taste;
    private final Scorer scorer;

    Candidates(Shelf shelf, Taste taste, Scorer scorer) {
        this.shelf = shelf;
        this.taste = taste;
        this.scorer = scorer;
    }

    /**
     * @param eligible stays as it is
     * @param above by the catalogue's numbers
     */
    BitSet of(BitSet eligible, int[] above) {
        if (eligible.cardinality() <= ALL) {
            return eligible;
        }
        BitSet open = (BitSet) eligible.clone();
        for (int content : above) {
            open.set(content);
        }
        float[] interests = interests();
        Foremost foremost = new Foremost(RANKED);
        for (int content = open.nextSetBit(0); content >= 0; content = open.nextSetBit(content + 1)) {
            foremost.offer(content, scorer.hint(content, interests[content]));
        }
        BitSet chosen = new BitSet(shelf.catalog().size());
        for (int content : foremost.bestFirst()) {
            chosen.set(content);
        }
        for (int content : scorer.rules().pinned()) {
            chosen.set(content);
        }
        chosen.and(eligible);
        return chosen;
    }

    /** What {@link Scorer} comes to piece by piece. */
    private float[] interests() {
        CatalogSnapshot catalog = shelf.catalog();
        float[] sums = new float[catalog.size()];
        if (!taste.hasInterests()) {
            return sums;
        }
        float[] known = new float[catalog.size()];
        for (int facet = 0; facet < catalog.facetCount(); facet++) {
            if (taste.affinity(facet) != 0) {
                float pull = (float) scorer.pull(facet);
                float importance = shelf.importance(facet);
                for (int content : catalog.having(facet)) {
                    sums[content] += pull;
                    known[content] += importance;
                }
            }
        }
        for (int content = 0; content < sums.length; content++) {
            sums[content] = (float) ContentInterest.of(sums[content], known[content]);
        }
        return sums;
    }
}
