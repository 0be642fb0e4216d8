package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.evaluation.ListQuality;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Somebody of whom some likes were held back, and what parts of a model say of what they may be offered.
 */
final class HeldBack {
    private static final int PLACES = 10;
    private static final int FAR_UP = 100;

    private final int knot;
    /** Numbers of what any part puts far up, or their sum turned to what is in demand of late. */
    private final int[] items;
    /** Of each part for each of those. */
    private final double[][] scores;
    /** Which of those was held back; and as much more, behind their end, as is not far up: it is missed, not forgotten. */
    private final BitSet wanted;

    private HeldBack(int knot, int[] items, double[][] scores, BitSet wanted) {
        this.knot = knot;
        this.items = items;
        this.scores = scores;
        this.wanted = wanted;
    }

    /** @param scales of all items, by what is in demand of late */
    static HeldBack of(Likes known, double[][] scores, BitSet wanted, double[] plain, List<double[]> scales) {
        int[] items = farUp(known, scores, plain, scales);
        double[][] theirs = new double[scores.length][items.length];
        BitSet hits = new BitSet();
        for (int i = 0; i < items.length; i++) {
            hits.set(i, wanted.get(items[i]));
            for (int part = 0; part < scores.length; part++) {
                theirs[part][i] = scores[part][items[i]];
            }
        }
        hits.set(items.length, items.length + wanted.cardinality() - hits.cardinality());
        return new HeldBack(Blend.knot(known.size()), items, theirs, hits);
    }

    private static int[] farUp(Likes known, double[][] scores, double[] plain, List<double[]> scales) {
        BitSet met = new BitSet();
        Arrays.stream(known.numbers()).forEach(met::set);
        BitSet farUp = new BitSet();
        for (double[] part : scores) {
            addBest(part, met, farUp);
        }
        for (double[] scale : scales) {
            double[] turned = new double[scores[0].length];
            Arrays.setAll(turned, item -> Lately.turned(sum(scores, item, plain), scale[item]));
            addBest(turned, met, farUp);
        }
        return farUp.stream().toArray();
    }

    private static void addBest(double[] scores, BitSet met, BitSet to) {
        Nearest best = new Nearest(Math.min(FAR_UP, scores.length));
        for (int item = met.nextClearBit(0); item < scores.length; item = met.nextClearBit(item + 1)) {
            best.offer(item, (float) scores[item]);
        }
        Arrays.stream(best.items()).forEach(to::set);
    }

    private static double sum(double[][] scores, int place, double[] weights) {
        double sum = 0;
        for (int part = 0; part < weights.length; part++) {
            sum += weights[part] * scores[part][place];
        }
        return sum;
    }

    /** Of {@link Blend}. */
    int knot() {
        return knot;
    }

    /** nDCG of their list. */
    double gain(double[] weights, double[] scale) {
        return wanted.nextSetBit(0) >= items.length
                ? 0
                : ListQuality.of(list(weights, scale, PLACES).items(), wanted, PLACES)
                        .ndcg();
    }

    /** The score of the first of their list. */
    double best(double[] weights, double[] scale) {
        return list(weights, scale, 1).similarities()[0];
    }

    /** @param scale of all items; empty for none */
    private Nearest list(double[] weights, double[] scale, int places) {
        Nearest best = new Nearest(places);
        for (int i = 0; i < items.length; i++) {
            double sum = sum(scores, i, weights);
            best.offer(i, (float) (scale.length == 0 ? sum : Lately.turned(sum, scale[items[i]])));
        }
        return best;
    }
}
