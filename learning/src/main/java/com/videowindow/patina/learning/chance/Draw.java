package com.videowindow.patina.learning.chance;

/**
 * Chance that can be repeated: a number for each pair of seed and item, without state, so that the same list seeded
 * again is the same list. The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
 */
public final class Draw {
    private static final double UNIT = 0x1.0p-53;

    private Draw() {}

    /** Evenly from 0 to 1, 1 not reached. */
    public static double uniform(long seed, long item) {
        return of(seeded(seed), item);
    }

    /** For whoever draws for many items by one seed, and wants to mix that once. */
    public static long seeded(long seed) {
        return mix(seed + 0x9E3779B97F4A7C15L);
    }

    /** What {@link #uniform} is for the seed that this was made of. */
    public static double of(long seeded, long item) {
        return (mix(seeded ^ item) >>> 11) * UNIT;
    }

    /** Of the standard normal distribution, by Box and Muller (1958). */
    public static double normal(long seed, long item) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(seed, item)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(~seed, item));
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
