package com.videowindow.patina.learning.recommender;

import java.io.IOException;
import java.util.Arrays;

/**
 * How much each part of a model counts, by how much is known of a person, and what is in demand of late: weights at some numbers of likes, and between them
 * in proportion to the logarithm, so that one like more changes a little and never all.
 */
public final class Blend {
    /** Numbers of likes at which the weights are learned. */
    static final int[] KNOTS = {1, 5, 20, 80};

    private final double[][] weights;
    private final double halfLife;
    private final double power;

    /**
     * @param weights of each part at each of the knots
     * @param halfLife in days, of what is popular of late
     * @param power of how much more popular an item is of late, 0 where that tells nothing; see {@link Lately}
     */
    Blend(double[][] weights, double halfLife, double power) {
        this.weights = weights;
        this.halfLife = halfLife;
        this.power = power;
    }

    /** The same for everybody, at any time. */
    static Blend of(double... weights) {
        double[][] same = new double[KNOTS.length][];
        Arrays.setAll(same, knot -> weights.clone());
        return new Blend(same, 1, 0);
    }

    /** Which of the knots is the nearest one below or at this many likes; that of the fewest for none. */
    static int knot(int likes) {
        int knot = 0;
        while (knot + 1 < KNOTS.length && likes >= KNOTS[knot + 1]) {
            knot++;
        }
        return knot;
    }

    /** Of each part, for somebody of whom this many likes are known. */
    public double[] weights(int likes) {
        int knot = knot(likes);
        if (likes <= KNOTS[0] || knot == KNOTS.length - 1) {
            return weights[knot].clone();
        }
        double share = (StrictMath.log(likes) - StrictMath.log(KNOTS[knot]))
                / (StrictMath.log(KNOTS[knot + 1]) - StrictMath.log(KNOTS[knot]));
        double[] between = new double[weights[knot].length];
        Arrays.setAll(between, part -> weights[knot][part] + share * (weights[knot + 1][part] - weights[knot][part]));
        return between;
    }

    public double halfLife() {
        return halfLife;
    }

    public double power() {
        return power;
    }

    public int parts() {
        return weights[0].length;
    }

    void write(LittleEndianOutput out) throws IOException {
        out.writeDouble(halfLife);
        out.writeDouble(power);
        for (double[] knot : weights) {
            for (double weight : knot) {
                out.writeDouble(weight);
            }
        }
    }

    static Blend read(int parts, LittleEndianInput in) throws IOException {
        double halfLife = in.readDouble();
        double power = in.readDouble();
        double[][] weights = new double[KNOTS.length][];
        for (int knot = 0; knot < weights.length; knot++) {
            weights[knot] = in.readDoubles(parts);
        }
        return new Blend(weights, halfLife, power);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blend same
                && Arrays.deepEquals(weights, same.weights)
                && halfLife == same.halfLife
                && power == same.power;
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(weights);
    }
}
