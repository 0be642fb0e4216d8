package com.videowindow.patina.learning.simulation;

import com.videowindow.patina.learning.chance.Draw;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream of chance. Others are made of it by number, whatever was drawn before, so that nothing in the world depends on
 * the order in which it is looked at. Of {@code StrictMath} alone: every machine draws the same bits. Not safe for threads.
 */
final class Chance {
    private static final double ALL = 0x1.0p53;
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final long key;
    private long drawn;

    private Chance(long key) {
        this.key = key;
    }

    static Chance of(long seed) {
        return new Chance(seed);
    }

    /** A stream of its own. */
    Chance at(long... path) {
        long end = key;
        for (long step : path) {
            end = ODD * (long) (Draw.uniform(end ^ ODD, step) * ALL);
        }
        return new Chance(end);
    }

    /** Evenly from 0 to 1, 1 not reached. */
    double uniform() {
        return Draw.uniform(key, drawn++);
    }

    double between(double least, double most) {
        return least + (most - least) * uniform();
    }

    double normal() {
        return Draw.normal(key, drawn++);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }

    boolean happens(double probability) {
        return uniform() < probability;
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** A number by its weight. */
    int weighed(double... weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double at = uniform() * all;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** As many different ones, or all. */
    <T> List<T> some(List<T> of, int count) {
        List<T> left = new ArrayList<>(of);
        List<T> found = new ArrayList<>();
        while (found.size() < count && !left.isEmpty()) {
            found.add(left.remove(below(left.size())));
        }
        return found;
    }
}
