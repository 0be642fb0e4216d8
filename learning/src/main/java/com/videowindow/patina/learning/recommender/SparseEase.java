package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.linear.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * {@link Ease} for catalogues whose matrix of items by items is too large to invert: a sparse approximate inverse. For each
 * item a pattern is chosen, the items of which each alone would foretell it best, and the weights are the solution of the same
 * least squares on the pattern: the best that there are on it.
 *
 * <p>SANSA instead factors a thinned matrix incompletely and inverts the factor approximately, one column after the other.
 * Here each item is a task of its own, so threads change the time and not a bit.
 *
 * <p>Cost for n items and patterns of k: n k³/6 multiplications, and a look-up in the sparse matrix for each pair of a pattern;
 * 8 bytes for each pair of items that anybody liked both of. Linear in items where people's likes stay as many.
 *
 * <p>References: Grote and Huckle, Parallel Preconditioning with Sparse Approximate Inverses (1997); Ning and Karypis, SLIM
 * (2011), whose fsSLIM chooses patterns so; Steck, Markov Random Fields for Collaborative Filtering (2019); Spišák et al.,
 * Scalable Approximate NonSymmetric Autoencoder for Collaborative Filtering (2023).
 */
final class SparseEase {
    private final UserItemMatrix liked;
    private final Ease.Settings settings;
    private final Pairs pairs;
    private final List<int[]> facets;
    private final int[][] facetsOf;
    private final double[] diagonal;

    SparseEase(UserItemMatrix liked, List<int[]> facets, Ease.Settings settings, ForkJoinPool workers) {
        this.liked = liked;
        this.settings = settings;
        this.facets = settings.alike() > 0 ? facets : List.of();
        this.facetsOf = turned(this.facets, liked.items());
        this.pairs = Pairs.of(liked, workers);
        this.diagonal = new double[liked.items()];
        Arrays.setAll(diagonal, this::own);
    }

    private static int[][] turned(List<int[]> facets, int items) {
        int[] sizes = new int[items];
        facets.forEach(having -> Arrays.stream(having).forEach(item -> sizes[item]++));
        int[][] of = new int[items][];
        Arrays.setAll(of, item -> new int[sizes[item]]);
        Arrays.fill(sizes, 0);
        for (int facet = 0; facet < facets.size(); facet++) {
            for (int item : facets.get(facet)) {
                of[item][sizes[item]++] = facet;
            }
        }
        return of;
    }

    private double own(int item) {
        Likes likers = liked.likersOf(item);
        double sum = settings.penalty() + settings.alike() * facetsOf[item].length;
        for (int place = 0; place < likers.size(); place++) {
            sum += likers.strength(place) * likers.strength(place);
        }
        return sum;
    }

    /** By the item that speaks, those that it speaks for. */
    SparseRows weights(ForkJoinPool workers) {
        int[][] patterns = new int[liked.items()][];
        double[][] weights = new double[liked.items()][];
        Sums.eachOf(liked.items(), workers, (item, sums) -> {
            sum(item, sums);
            patterns[item] = pattern(item, sums);
            weights[item] = solved(patterns[item], sums);
            sums.clear();
        });
        SparseRows rows = new SparseRows(liked.items());
        for (int to = 0; to < liked.items(); to++) {
            for (int i = 0; i < patterns[to].length; i++) {
                float weight = (float) weights[to][i];
                if (weight != 0) {
                    rows.add(patterns[to][i], to, weight);
                }
            }
        }
        return rows;
    }

    private void sum(int item, Sums sums) {
        Likes likers = liked.likersOf(item);
        for (int place = 0; place < likers.size(); place++) {
            sums.add(liked.likesOf(likers.number(place)), likers.strength(place));
        }
        for (int facet : facetsOf[item]) {
            sums.add(facets.get(facet), settings.alike());
        }
    }

    private double[] solved(int[] pattern, Sums sums) {
        double[] right = Arrays.stream(pattern).mapToDouble(sums::of).toArray();
        new Cholesky(pattern.length).of(among(pattern)).solve(right);
        return right;
    }

    /**
     * Those that lessen the squared error the most, each alone, by what both have in common beyond chance: else what everybody
     * likes would be in every pattern.
     */
    private int[] pattern(int item, Sums sums) {
        Nearest best = new Nearest(Math.min(settings.kept(), Ease.MOST_IN_A_PATTERN));
        double share = (double) liked.usersOf(item).length / liked.users();
        sums.touched().filter(other -> other != item).forEach(other -> {
            double beyond = sums.of(other) - share * liked.usersOf(other).length;
            best.offer(other, (float) (beyond * beyond / diagonal[other]));
        });
        return Arrays.stream(best.items()).sorted().toArray();
    }

    /** The part of the matrix that a pattern is about: its lower triangle. */
    private double[] among(int[] pattern) {
        int size = pattern.length;
        double[] matrix = new double[size * size];
        for (int row = 0; row < size; row++) {
            pairs.add(pattern, row, matrix);
            int[] own = facetsOf[pattern[row]];
            for (int column = 0; own.length > 0 && column < row; column++) {
                matrix[row * size + column] += settings.alike() * common(own, facetsOf[pattern[column]]);
            }
            matrix[row * size + row] = diagonal[pattern[row]];
        }
        return matrix;
    }

    private static int common(int[] one, int[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }
}
