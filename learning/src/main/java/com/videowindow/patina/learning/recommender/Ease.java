package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.linear.SymmetricMatrix;
import java.io.IOException;
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
    /** Of each item those that it speaks for or against, ascending; empty when that is all of them. */
    private final int[][] targets;

    private Ease(float[][] weights, int[][] targets) {
        this.weights = weights;
        this.targets = targets;
    }

    /**
     * @param penalty λ, above 0: the larger, the less rare items are trusted
     * @param workers change the time and not a bit of the result
     */
    public static Ease train(UserItemMatrix liked, double penalty, ForkJoinPool workers) {
        SymmetricMatrix inverse = inverse(liked, penalty, workers);
        float[][] weights = new float[liked.items()][liked.items()];
        for (int from = 0; from < weights.length; from++) {
            for (int to = 0; to < weights.length; to++) {
                weights[from][to] = weight(inverse, from, to);
            }
        }
        return new Ease(weights, new int[0][]);
    }

    /**
     * Likewise, but of what speaks for or against an item only the largest weights are kept: there the loss is least, and no
     * item is left without any, as the rarely liked would be if each item kept those for which it speaks most.
     *
     * @param kept how many for each item; of equal ones those of the lower numbers
     */
    public static Ease train(UserItemMatrix liked, double penalty, int kept, ForkJoinPool workers) {
        SymmetricMatrix inverse = inverse(liked, penalty, workers);
        SparseRows rows = new SparseRows(liked.items());
        for (int to = 0; to < liked.items(); to++) {
            Nearest largest = new Nearest(Math.min(kept, liked.items()));
            for (int from = 0; from < liked.items(); from++) {
                float size = Math.abs(weight(inverse, from, to));
                if (size > 0) {
                    largest.offer(from, size);
                }
            }
            for (int from : largest.items()) {
                rows.add(from, to, weight(inverse, from, to));
            }
        }
        return new Ease(rows.values(), rows.columns());
    }

    private static SymmetricMatrix inverse(UserItemMatrix liked, double penalty, ForkJoinPool workers) {
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
        return both;
    }

    private static float weight(SymmetricMatrix inverse, int from, int to) {
        return from == to ? 0 : (float) (-inverse.get(from, to) / inverse.get(to, to));
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
        if (targets.length == 0) {
            return weights[from][to];
        }
        int place = Arrays.binarySearch(targets[from], to);
        return place < 0 ? 0 : weights[from][place];
    }

    /** Of each item the sum of what the liked ones add. */
    public float[] scores(int[] liked) {
        float[] scores = new float[weights.length];
        for (int from : liked) {
            addRow(from, scores);
        }
        return scores;
    }

    private void addRow(int from, float[] scores) {
        float[] row = weights[from];
        if (targets.length == 0) {
            for (int to = 0; to < scores.length; to++) {
                scores[to] += row[to];
            }
        } else {
            int[] to = targets[from];
            for (int i = 0; i < to.length; i++) {
                scores[to[i]] += row[i];
            }
        }
    }

    void write(LittleEndianOutput out) throws IOException {
        for (int from = 0; from < weights.length; from++) {
            out.writeInt(targets[from].length);
            out.writeInts(targets[from]);
            for (float weight : weights[from]) {
                out.writeFloat(weight);
            }
        }
    }

    static Ease read(int items, LittleEndianInput in) throws IOException {
        float[][] weights = new float[items][];
        int[][] targets = new int[items][];
        for (int from = 0; from < items; from++) {
            int count = in.readCount(items);
            targets[from] = in.readInts(count);
            weights[from] = in.readFloats(count);
        }
        return new Ease(weights, targets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ease same
                && Arrays.deepEquals(weights, same.weights)
                && Arrays.deepEquals(targets, same.targets);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(weights);
    }
}
