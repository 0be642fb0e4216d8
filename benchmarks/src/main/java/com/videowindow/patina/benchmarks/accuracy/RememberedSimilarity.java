package com.videowindow.patina.benchmarks.accuracy;

import java.util.Arrays;
import java.util.Collection;
import org.apache.mahout.cf.taste.common.Refreshable;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.similarity.ItemSimilarity;

/**
 * What another says, computed once for each pair: Taste's own caches keep an object for each, which for ten thousand items
 * are gigabytes, and without one an evaluation takes hours. Items are named by numbers from 0 on.
 */
final class RememberedSimilarity implements ItemSimilarity {
    private static final double UNASKED = Double.NEGATIVE_INFINITY;

    private final ItemSimilarity exact;
    private final double[][] said;

    RememberedSimilarity(ItemSimilarity exact, int items) {
        this.exact = exact;
        this.said = new double[items][];
        for (int item = 0; item < items; item++) {
            said[item] = new double[item + 1];
            Arrays.fill(said[item], UNASKED);
        }
    }

    @Override
    public double itemSimilarity(long one, long other) throws TasteException {
        double[] row = said[(int) Math.max(one, other)];
        int column = (int) Math.min(one, other);
        if (row[column] == UNASKED) {
            row[column] = exact.itemSimilarity(one, other);
        }
        return row[column];
    }

    @Override
    public double[] itemSimilarities(long one, long[] others) throws TasteException {
        double[] all = new double[others.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = itemSimilarity(one, others[i]);
        }
        return all;
    }

    @Override
    public long[] allSimilarItemIDs(long item) throws TasteException {
        return exact.allSimilarItemIDs(item);
    }

    @Override
    public void refresh(Collection<Refreshable> alreadyRefreshed) {
        exact.refresh(alreadyRefreshed);
    }
}
