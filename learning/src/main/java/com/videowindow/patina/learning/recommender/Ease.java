package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.linear.SymmetricMatrix;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * A linear autoencoder of items: how much each item that somebody liked speaks for each other. The weights are those that
 * reproduce who liked what with the least squared error, when no item may speak for itself and large weights are penalised:
 * {@code B = I - P diag(P)⁻¹} with {@code P = (XᵀX + a FᵀF + λI)⁻¹}. A score is the sum of what each liked item adds, so its
 * explanation is exact.
 *
 * <p>What items are like, {@code F}, stands in the same sum: two that share a facet are as if {@code a} people more had liked
 * both. So what few have met is placed by what it is, and what many have met by who liked it.
 *
 * <p>Of the models in closed form the most accurate on catalogues that fit into memory: it sees that two items say the same,
 * which neighbourhoods by similarity do not.
 *
 * <p>Cost: training n³/2 multiplications for n items and a matrix of 4n² bytes (half of one of doubles), and 8 bytes for each weight that is
 * kept; a score is one addition for each liked item. Beyond some 20,000 items both are too much, and {@link SparseEase} takes
 * over.
 *
 * <p>References: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019); Jeunen, Van Balen and Goethals,
 * Closed-Form Models for Collaborative Filtering with Side-Information (2020).
 */
public final class Ease {
    /** A machine of 8 GiB trains so many: 1.6 GB of a matrix, some minutes of each of its cores. */
    public static final int EXACT = 20_000;

    /** What more items in a pattern gain is little, and their cost grows with the cube. */
    static final int MOST_IN_A_PATTERN = 200;

    private final int[][] targets;
    private final float[][] weights;

    private Ease(int[][] targets, float[][] weights) {
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * Of what speaks for or against an item only the largest weights are kept: there the loss is least, and no item is left
     * without any, as the rarely liked would be if each item kept those for which it speaks most.
     *
     * @param penalty λ, above 0: the larger, the less rare items are trusted
     * @param alike a: for how many people who like both of two items one facet stands that both have; 0 for none
     * @param kept how many weights for each item; of equal ones those of the lower numbers
     * @param exact of how many items at most the matrix is inverted; of more it is approximated
     */
    public record Settings(double penalty, double alike, int kept, int exact) {
        public Settings {
            if (!(penalty > 0) || !(alike >= 0) || kept < 1 || exact < 0) {
                throw new IllegalArgumentException("no such training");
            }
        }

        public Settings(double penalty, double alike, int kept) {
            this(penalty, alike, kept, EXACT);
        }
    }

    /**
     * @param facets for each facet the numbers of the items that have it
     * @param workers change the time and not a bit of the result
     */
    public static Ease train(UserItemMatrix liked, List<int[]> facets, Settings settings, ForkJoinPool workers) {
        SparseRows rows = liked.items() > settings.exact()
                ? new SparseEase(liked, facets, settings, workers).weights(workers)
                : exactly(liked, facets, settings, workers);
        return new Ease(rows.columns(), rows.values());
    }

    private static SparseRows exactly(
            UserItemMatrix liked, List<int[]> facets, Settings settings, ForkJoinPool workers) {
        SymmetricMatrix inverse = inverse(liked, facets, settings, workers);
        SparseRows rows = new SparseRows(liked.items());
        for (int to = 0; to < liked.items(); to++) {
            Nearest largest = new Nearest(Math.min(settings.kept(), liked.items()));
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
        return rows;
    }

    private static SymmetricMatrix inverse(
            UserItemMatrix liked, List<int[]> facets, Settings settings, ForkJoinPool workers) {
        SymmetricMatrix both = new SymmetricMatrix(liked.items());
        for (int user = 0; user < liked.users(); user++) {
            count(liked.likesOf(user), 1, both);
        }
        if (settings.alike() > 0) {
            facets.forEach(having -> count(Likes.of(having), settings.alike(), both));
        }
        for (int item = 0; item < liked.items(); item++) {
            both.add(item, item, settings.penalty());
        }
        both.invert(workers);
        return both;
    }

    private static float weight(SymmetricMatrix inverse, int from, int to) {
        return from == to ? 0 : (float) (-inverse.get(from, to) / inverse.get(to, to));
    }

    /** Strengths are of sixteenths, so that no order of people changes anything. */
    private static void count(Likes likes, double weight, SymmetricMatrix both) {
        for (int i = 0; i < likes.size(); i++) {
            double scaled = weight * likes.strength(i);
            for (int j = 0; j <= i; j++) {
                both.add(likes.number(i), likes.number(j), scaled * likes.strength(j));
            }
        }
    }

    public int items() {
        return weights.length;
    }

    /** What liking the one adds to the score of the other, below 0 where it speaks against it. */
    public float weight(int from, int to) {
        int place = Arrays.binarySearch(targets[from], to);
        return place < 0 ? 0 : weights[from][place];
    }

    /** Of each item the sum of what the liked ones add, each as much as it is liked. */
    public double[] scores(Likes likes) {
        double[] scores = new double[weights.length];
        for (int i = 0; i < likes.size(); i++) {
            addRow(likes.number(i), likes.strength(i), scores);
        }
        return scores;
    }

    /** The same of those alone that any of the liked ones speaks of. */
    Touched touched(Likes likes) {
        int most = 0;
        for (int item : likes.numbers()) {
            most += targets[item].length;
        }
        Touched sums = new Touched(most);
        for (int i = 0; i < likes.size(); i++) {
            int[] to = targets[likes.number(i)];
            float[] row = weights[likes.number(i)];
            for (int j = 0; j < to.length; j++) {
                sums.add(to[j], likes.strength(i) * row[j]);
            }
        }
        return sums;
    }

    private void addRow(int from, double strength, double[] scores) {
        int[] to = targets[from];
        float[] row = weights[from];
        for (int i = 0; i < to.length; i++) {
            scores[to[i]] += strength * row[i];
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
        return new Ease(targets, weights);
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
