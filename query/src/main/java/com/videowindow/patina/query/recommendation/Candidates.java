package com.videowindow.patina.query.recommendation;

import com.videowindow.patina.domain.catalog.ContentId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What is ranked where there is too much to score all of it for every list.
 *
 * <p>Idea: of everything that is eligible a score without what is dear ({@link Hints}), then exact scores of the highest of
 * those alone. What goes together with what the person likes are rows that are there already.
 *
 * <p>What the products of a model's factors alone speak for is found by an index of these, where one is asked ({@link
 * NearestContent}), and kept with the list. All else follows from what the list rests on and from nothing else, so whoever makes the
 * list again has the same candidates. What stands above on earlier pages takes part and is left out at the end, so that all pages choose from the same.
 *
 * <p>Cost: the postings of the person's facets, and a pass that reads some numbers of each piece.
 *
 * <p>Reference: Covington, Adams and Sargin, Deep Neural Networks for YouTube Recommendations (2016), for the two stages.
 */
final class Candidates {
    /** Up to here everything is scored, and nothing that a list could have is overlooked. */
    static final int ALL = 20_000;

    static final int RANKED = 500;

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
        BitSet chosen = new BitSet(shelf.catalog().size());
        for (int content : highest(open, ranked(above.length))) {
            chosen.set(content);
        }
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

    /** So many that at least half of them are still to be shown. */
    private static int ranked(int above) {
        int ranked = RANKED;
        while (ranked < 2 * above) {
            ranked *= 2;
        }
        return ranked;
    }

    /** What is explored is drawn for those alone that it could bring among the highest. */
    private int[] highest(BitSet open, int ranked) {
        float[] hints = new Hints(shelf, taste, scorer).all();
        open.flip(0, hints.length);
        for (int closed = open.nextSetBit(0); closed >= 0; closed = open.nextSetBit(closed + 1)) {
            hints[closed] = Float.NEGATIVE_INFINITY;
        }
        double reached = new Heights(hints, hints.length).reachedBy(ranked);
        for (int content : scorer.explorable()) {
            if (hints[content] + scorer.mostLuck(content) >= reached) {
                double drawn = scorer.exploration(content, scorer.interest(content));
                hints[content] += (float) (Part.EXPLORATION.weight(scorer.weights()) * drawn);
            }
        }
        int[] near = new int[2 * ranked];
        int count = 0;
        for (int content = 0; content < hints.length; content++) {
            if (hints[content] >= reached) {
                near = count < near.length ? near : Arrays.copyOf(near, 2 * count);
                near[count] = content;
                hints[count] = hints[content];
                count++;
            }
        }
        return new Heights(hints, count).highest(near, ranked);
    }
}
