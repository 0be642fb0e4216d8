package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.evaluation.ListQuality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Learns how much the parts of a model count, from people of whom a part of the likes was held back while the parts were
 * trained: at each number of likes the weights with which lists foretell best what was held back (nDCG@10), found by going
 * along one weight after the other on a fixed grid. The first part counts 1, since only proportions matter.
 *
 * <p>Few people have few likes, and few say little: what all people together say counts as much as {@value #WORTH} of them.
 *
 * <p>Cost: for each person the scores of all items once, then a list for each weight that is tried.
 *
 * <p>Reference: Powell's method without its line search, on a grid, since nDCG has steps and no gradient; that is coordinate
 * ascent as in Metzler and Croft, Linear Feature-Based Models for Information Retrieval (2007).
 */
final class BlendLearning {
    private static final int PLACES = 10;
    private static final int ROUNDS = 3;
    private static final double WORTH = 100;
    private static final int FAR_UP = 100;
    private static final double[] GRID = {0, 0.125, 0.25, 0.375, 0.5, 0.75, 1, 1.5, 2, 3};

    private final int parts;
    private final List<Asked> asked = new ArrayList<>();

    BlendLearning(int parts) {
        this.parts = parts;
    }

    /** Somebody of whom something was held back. */
    private static final class Asked {
        private final int knot;
        /** Of each part for what they may be offered, as far as any part puts it far up. */
        private final double[][] scores;
        /** What of that was held back; and as much more, behind its end, as no part puts far up: it is missed, not forgotten. */
        private final BitSet wanted;

        private Asked(int knot, double[][] scores, BitSet wanted) {
            this.knot = knot;
            this.scores = scores;
            this.wanted = wanted;
        }

        private boolean canBeHit() {
            return wanted.nextSetBit(0) < scores[0].length;
        }
    }

    /**
     * @param known what they were told to like; not asked for again
     * @param scores of each part for each item
     * @param wanted what was held back, at least one
     */
    void ask(Likes known, double[][] scores, BitSet wanted) {
        int[] candidates = candidates(known, scores);
        double[][] theirs = new double[parts][candidates.length];
        BitSet hits = new BitSet();
        for (int i = 0; i < candidates.length; i++) {
            hits.set(i, wanted.get(candidates[i]));
            for (int part = 0; part < parts; part++) {
                theirs[part][i] = scores[part][candidates[i]];
            }
        }
        hits.set(candidates.length, candidates.length + wanted.cardinality() - hits.cardinality());
        asked.add(new Asked(Blend.knot(known.size()), theirs, hits));
    }

    private static int[] candidates(Likes known, double[][] scores) {
        BitSet met = new BitSet();
        Arrays.stream(known.numbers()).forEach(met::set);
        BitSet candidates = new BitSet();
        for (double[] part : scores) {
            Nearest best = new Nearest(Math.min(FAR_UP, part.length));
            for (int item = met.nextClearBit(0); item < part.length; item = met.nextClearBit(item + 1)) {
                best.offer(item, (float) part[item]);
            }
            Arrays.stream(best.items()).forEach(candidates::set);
        }
        return candidates.stream().toArray();
    }

    Blend learned() {
        double[] everybody = climbed(equal(), weights -> quality(weights, asked));
        double[][] weights = new double[Blend.KNOTS.length][];
        for (int knot = 0; knot < weights.length; knot++) {
            int here = knot;
            List<Asked> some = asked.stream().filter(one -> one.knot == here).toList();
            double share = some.size() / (some.size() + WORTH);
            weights[knot] =
                    climbed(everybody, tried -> share * quality(tried, some) + (1 - share) * quality(tried, asked));
        }
        return new Blend(weights);
    }

    private double[] equal() {
        double[] weights = new double[parts];
        Arrays.fill(weights, 1);
        return weights;
    }

    private interface Quality {
        double of(double[] weights);
    }

    private double[] climbed(double[] from, Quality quality) {
        double[] best = from.clone();
        double most = quality.of(best);
        for (int round = 0; round < ROUNDS; round++) {
            double before = most;
            for (int part = 1; part < parts; part++) {
                for (double weight : GRID) {
                    double[] tried = best.clone();
                    tried[part] = weight;
                    double reached = quality.of(tried);
                    if (reached > most) {
                        most = reached;
                        best = tried;
                    }
                }
            }
            if (most == before) {
                break;
            }
        }
        return best;
    }

    private static double quality(double[] weights, List<Asked> people) {
        double sum = 0;
        for (Asked one : people) {
            sum += one.canBeHit()
                    ? ListQuality.of(best(one.scores, weights), one.wanted, PLACES)
                            .ndcg()
                    : 0;
        }
        return people.isEmpty() ? 0 : sum / people.size();
    }

    private static int[] best(double[][] scores, double[] weights) {
        Nearest best = new Nearest(PLACES);
        for (int i = 0; i < scores[0].length; i++) {
            double sum = 0;
            for (int part = 0; part < weights.length; part++) {
                sum += weights[part] * scores[part][i];
            }
            best.offer(i, (float) sum);
        }
        return best.items();
    }
}
