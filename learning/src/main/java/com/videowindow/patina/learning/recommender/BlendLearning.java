package com.videowindow.patina.learning.recommender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Learns how much the parts of a model count, from people of whom some likes were held back while the parts were trained: the
 * weights with which lists foretell best what was held back (nDCG@10), and whether to heed what is in demand of late.
 *
 * <p>It begins with what needs no learning: the linear part counts as much as all factorisations together, and these the same,
 * at any time. From there it turns to what is in demand of late, and goes along one weight after the other on a fixed grid,
 * where that gains more than {@value #SURE} standard errors: of all that is tried the best is taken, so what is less is as
 * likely chance, and the plain sum is safer.
 *
 * <p>Few people have few likes, and few say little: what all people together say counts as much as {@value #WORTH} of them.
 * Only proportions matter; the scale is such that the best score of people is 1 in the mean.
 *
 * <p>Cost: for each person the scores of all items once, then a list for each weight that is tried.
 *
 * <p>Reference: Powell's method without its line search, on a grid, since nDCG has steps and no gradient; that is coordinate
 * ascent as in Metzler and Croft, Linear Feature-Based Models for Information Retrieval (2007). That a simpler choice
 * stands within some standard errors of a better one is the rule of Breiman et al., Classification and Regression Trees (1984).
 */
final class BlendLearning {
    private static final int ROUNDS = 3;
    private static final double WORTH = 100;
    private static final double SURE = 2.5;
    private static final double[] GRID = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3};
    private static final double[] POWERS = {0.25, 0.5, 0.75, 1, 1.5, 2};

    private final int parts;
    private final List<Lately> lately;
    private final List<double[]> scales;
    private final List<HeldBack> asked = new ArrayList<>();

    /** @param lately with each half-life, of what the parts were trained from */
    BlendLearning(int parts, List<Lately> lately) {
        this.parts = parts;
        this.lately = lately;
        this.scales = lately.stream().map(some -> some.scales(1)).toList();
    }

    /** How scores are turned to what is in demand of late. */
    private static final class Turn {
        private static final Turn NONE = new Turn(1, 0, new double[0]);

        private final double halfLife;
        private final double power;
        private final double[] scale;

        private Turn(double halfLife, double power, double[] scale) {
            this.halfLife = halfLife;
            this.power = power;
            this.scale = scale;
        }
    }

    /**
     * @param known what they were told to like; not asked for again
     * @param scores of each part for each item
     * @param wanted what was held back, at least one
     */
    void ask(Likes known, double[][] scores, BitSet wanted) {
        asked.add(HeldBack.of(known, scores, wanted, plain(), scales));
    }

    Blend learned() {
        Turn turn = turn();
        double[] everybody = climbed(plain(), turn, evenly());
        double[][] weights = new double[Blend.KNOTS.length][];
        for (int knot = 0; knot < weights.length; knot++) {
            weights[knot] = climbed(everybody, turn, importance(knot));
        }
        return scaled(weights, turn);
    }

    private double[] plain() {
        double[] weights = new double[parts];
        Arrays.fill(weights, 1.0 / Math.max(1, parts - 1));
        weights[0] = 1;
        return weights;
    }

    private double[] evenly() {
        double[] all = new double[asked.size()];
        Arrays.fill(all, 1.0 / Math.max(1, asked.size()));
        return all;
    }

    /** How much each person counts at a knot: those who are there as a whole by their number, and the rest by everybody. */
    private double[] importance(int knot) {
        long there = asked.stream().filter(one -> one.knot() == knot).count();
        double share = there / (there + WORTH);
        double[] importance = new double[asked.size()];
        Arrays.setAll(
                importance, i -> (1 - share) / asked.size() + (asked.get(i).knot() == knot ? share / there : 0));
        return importance;
    }

    private Turn turn() {
        double[] none = gains(plain(), Turn.NONE);
        double[] most = none;
        Turn best = Turn.NONE;
        for (Lately some : lately) {
            for (double power : POWERS) {
                Turn tried = new Turn(some.halfLife(), power, some.scales(power));
                double[] reached = gains(plain(), tried);
                if (sum(reached) > sum(most)) {
                    most = reached;
                    best = tried;
                }
            }
        }
        return isBetter(most, none, evenly()) ? best : Turn.NONE;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private double[] climbed(double[] from, Turn turn, double[] importance) {
        double[] best = from;
        double[] gains = gains(best, turn);
        for (int round = 0; round < ROUNDS; round++) {
            double[] before = best;
            for (int part = 1; part < parts; part++) {
                for (double share : GRID) {
                    double[] tried = best.clone();
                    tried[part] = share * plain()[part];
                    double[] reached = gains(tried, turn);
                    if (isBetter(reached, gains, importance)) {
                        best = tried;
                        gains = reached;
                    }
                }
            }
            if (Arrays.equals(before, best)) {
                break;
            }
        }
        return best;
    }

    /** By more than {@value #SURE} standard errors of the difference. */
    private static boolean isBetter(double[] reached, double[] before, double[] importance) {
        double mean = 0;
        for (int i = 0; i < reached.length; i++) {
            mean += importance[i] * (reached[i] - before[i]);
        }
        double variance = 0;
        for (int i = 0; i < reached.length; i++) {
            double off = importance[i] * (reached[i] - before[i] - mean);
            variance += off * off;
        }
        return mean > 0 && mean > SURE * StrictMath.sqrt(variance);
    }

    private double[] gains(double[] weights, Turn turn) {
        return asked.stream().mapToDouble(one -> one.gain(weights, turn.scale)).toArray();
    }

    /** So that the best score that somebody is given is 1 in the mean, whatever the data. */
    private Blend scaled(double[][] weights, Turn turn) {
        double best = asked.stream()
                .mapToDouble(one -> one.best(weights[one.knot()], turn.scale))
                .average()
                .orElse(1);
        double scale = best > 0 ? best : 1;
        double[][] scaled = Arrays.stream(weights)
                .map(knot -> Arrays.stream(knot).map(weight -> weight / scale).toArray())
                .toArray(double[][]::new);
        return new Blend(scaled, turn.halfLife, turn.power);
    }
}
