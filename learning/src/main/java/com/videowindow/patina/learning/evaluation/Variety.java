package com.videowindow.patina.learning.evaluation;

import java.util.BitSet;
import java.util.List;

/**
 * How different the items of one list are: the mean over its pairs of 1 - Jaccard's similarity of their attributes. Two
 * without any attribute do not differ.
 *
 * <p>References: Smyth and McClave, Similarity vs. diversity (2001); Ziegler et al., Improving recommendation lists through
 * topic diversification (2005).
 */
public final class Variety {
    private final List<BitSet> attributes;

    /** @param attributes of each item, such as its genres */
    public Variety(List<BitSet> attributes) {
        this.attributes = List.copyOf(attributes);
    }

    /** 0 for fewer than two items. */
    public double of(int[] list) {
        double sum = 0;
        for (int i = 0; i < list.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += distance(attributes.get(list[i]), attributes.get(list[j]));
            }
        }
        return list.length < 2 ? 0 : sum / (list.length * (list.length - 1) / 2.0);
    }

    private static double distance(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        int shared = both.cardinality();
        int all = one.cardinality() + other.cardinality() - shared;
        return all == 0 ? 0 : 1 - (double) shared / all;
    }
}
