package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;

/**
 * A linear autoencoder of items: how much each item that somebody liked speaks for each other. The weights are those that
 * reproduce who liked what with the least squared error, when no item may speak for itself and large weights are penalised:
 * {@code B = I - P diag(P)⁻¹} with {@code P = (XᵀX + λI)⁻¹}. A score is the sum of what each liked item adds, so its
 * explanation is exact.
 *
 * <p>Of the models in closed form the most accurate on catalogues that fit into memory: it sees that two items say the same,
 * which neighbourhoods by similarity do not.
 *
 * <p>Cost: training n³/2 multiplications for n items and a matrix of 4n² bytes (half of one of doubles) beside the model's
 * 4n² bytes; a score is one addition for each liked item. Beyond some 20,000 items both are too much.
 *
 * <p>Reference: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
 */
public final class Ease {
    private final float[][] weights;

    private Ease(float[][] weights) {
        this.weights = weights;
    }

    /**
     * @param penalty λ, above 0: the larger, the less rare items are trusted
     * @param workers change the time and not a bit of the result
     */
    public static Ease train(UserItemMatrix liked, double penalty, ForkJoinPool workers) {
        if (!(penalty > 0)) {
            throw new IllegalArgumentException("penalty must be above 0");
        }
        SymmetricMatrix both = new SymmetricMatrix(liked.items());
        for (int user = 0; user < liked.users(); user++) {
            count(liked.itemsOf(user), both);
        }
        for (int item = 0; item < liked.items(); item++) {
            both.add(item, item, penalty);
        }
        both.invert(workers);
        float[][] weights = new float[liked.items()][liked.items()];
        for (int from = 0; from < weights.length; from++) {
            for (int to = 0; to < weights.length; to++) {
                weights[from][to] = from == to ? 0 : (float) (-both.get(from, to) / both.get(to, to));
            }
        }
        return new Ease(weights);
    }

    /** Whole numbers, so that their order changes nothing. */
    private static void count(int[] items, SymmetricMatrix both) {
        for (int i = 0; i < items.length; i++) {
            for (int j = 0; j <= i; j++) {
                both.add(items[i], items[j], 1);
            }
        }
    }

    public int items() {
        return weights.length;
    }

    /** What liking the one adds to the score of the other, below 0 where it speaks against it. */
    public float weight(int from, int to) {
        return weights[from][to];
    }

    /** Of each item the sum of what the liked ones add. */
    public float[] scores(int[] liked) {
        float[] scores = new float[weights.length];
        for (int from : liked) {
            float[] row = weights[from];
            for (int to = 0; to < scores.length; to++) {
                scores[to] += row[to];
            }
        }
        return scores;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ease same && Arrays.deepEquals(weights, same.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(weights);
    }
}
