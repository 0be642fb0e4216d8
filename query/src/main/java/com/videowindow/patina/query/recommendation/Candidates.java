package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.BitSet;
import java.util.List;

/**
 * What is ranked where there is too much to score all of it for every list.
 *
 * <p>Idea: of everything that is eligible a score without what is dear ({@link Hints}), then exact scores of the highest of
 * those alone. What goes together with what the person likes are rows that are there already.
 *
 * <p>What the products of a model's factors alone speak for is found by an index of these, where one is asked ({@link
 * NearestContent}), and kept with the list. All else follows from what the list rests on and from nothing else, so whoever makes the list again has the same candidates.
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

    private static final int BUCKETS = 4_096;

    private final Shelf shelf;
    private final Taste taste;
    private final Scorer scorer;

    Candidates(Shelf shelf, Taste taste, Scorer scorer) {
        this.shelf = shelf;
        this.taste = taste;
        this.scorer = scorer;
    }

    /** @param above by the catalogue's numbers */
    BitSet of(BitSet eligible, int[] above) {
        return of(eligible, above, List.of());
    }

    /**
     * @param eligible stays as it is
     * @param above by the catalogue's numbers
     * @param near what somebody else found, which is ranked too
     */
    BitSet of(BitSet eligible, int[] above, List<ContentId> near) {
        if (eligible.cardinality() <= ALL) {
            return eligible;
        }
        BitSet open = (BitSet) eligible.clone();
        for (int content : above) {
            open.set(content);
        }
        BitSet chosen = highest(open, new Hints(shelf, taste, scorer).all());
        for (int content : scorer.rules().pinned()) {
            chosen.set(content);
        }
        for (ContentId content : near) {
            int number = shelf.catalog().numberOf(content);
            if (number >= 0) {
                chosen.set(number);
            }
        }
        chosen.and(eligible);
        return chosen;
    }

    /** Those above a score that so many reach are counted off by buckets; a heap decides within that one bucket alone. */
    private static BitSet highest(BitSet open, double[] hints) {
        double lowest = Double.MAX_VALUE;
        double highest = -Double.MAX_VALUE;
        for (double hint : hints) {
            lowest = Math.min(lowest, hint);
            highest = Math.max(highest, hint);
        }
        double scale = (BUCKETS - 1) / Math.max(Double.MIN_NORMAL, highest - lowest);
        int[] counts = new int[BUCKETS];
        short[] buckets = new short[hints.length];
        for (int content = open.nextSetBit(0); content >= 0; content = open.nextSetBit(content + 1)) {
            int bucket = (int) ((hints[content] - lowest) * scale);
            buckets[content] = (short) bucket;
            counts[bucket]++;
        }
        int last = BUCKETS;
        int above = 0;
        while (last > 0 && above + counts[last - 1] <= RANKED) {
            above += counts[--last];
        }
        BitSet chosen = new BitSet(hints.length);
        Foremost rest = new Foremost(RANKED - above);
        for (int content = open.nextSetBit(0); content >= 0; content = open.nextSetBit(content + 1)) {
            if (buckets[content] >= last) {
                chosen.set(content);
            } else if (buckets[content] == last - 1) {
                rest.offer(content, hints[content]);
            }
        }
        for (int content : rest.bestFirst()) {
            chosen.set(content);
        }
        return chosen;
    }
}
