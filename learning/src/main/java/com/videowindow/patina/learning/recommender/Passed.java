package com.videowindow.patina.learning.recommender;

import com.videowindow.patina.learning.preference.Judgement;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What one person met and does not like, by number, the latest last, with when that was and whether something spoke against it: as much as a
 * later deed has to know. Not safe for threads.
 *
 * <p>Each takes 8 bytes. Whoever passed something on the simulated market passed 21 in the mean (600 people in 60 days).
 */
final class Passed {
    private static final int NUMBER_BITS = 27;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;
    private static final double AGAINST = -1;

    /** Seconds, whether it spoke against, and the number. */
    private long[] packed = {};

    private static long packed(int number, Judgement judged) {
        if (number > NUMBER) {
            throw new IllegalArgumentException("more content than can be numbered");
        }
        long against = judged.liking() < 0 ? 1 : 0;
        return (judged.at() << 1 | against) << NUMBER_BITS | number;
    }

    private static int number(long one) {
        return (int) (one & NUMBER);
    }

    /** What was thought of it; {@link Judgement#NONE} where it is not here. */
    Judgement of(int number) {
        int place = place(number);
        if (place < 0) {
            return Judgement.NONE;
        }
        long judged = packed[place] >> NUMBER_BITS;
        return new Judgement(judged >> 1, (judged & 1) == 1 ? AGAINST : 0);
    }

    /** It is the latest now; whether it was not there. */
    boolean put(int number, Judgement judged) {
        int place = place(number);
        if (place < 0) {
            packed = Arrays.copyOf(packed, packed.length + 1);
        } else {
            System.arraycopy(packed, place + 1, packed, place, packed.length - 1 - place);
        }
        packed[packed.length - 1] = packed(number, judged);
        return place < 0;
    }

    /** Whether it was there. */
    boolean remove(int number) {
        int place = place(number);
        if (place < 0) {
            return false;
        }
        long[] rest = Arrays.copyOf(packed, packed.length - 1);
        System.arraycopy(packed, place + 1, rest, place, rest.length - place);
        packed = rest;
        return true;
    }

    private int place(int number) {
        for (int place = 0; place < packed.length; place++) {
            if (number(packed[place]) == number) {
                return place;
            }
        }
        return -1;
    }

    /** Lets the earliest go where there are more, and tells of each. */
    void keep(int most, IntConsumer gone) {
        int over = packed.length - most;
        if (over > 0) {
            numbers().limit(over).forEach(gone);
            packed = Arrays.copyOfRange(packed, over, packed.length);
        }
    }

    IntStream numbers() {
        return Arrays.stream(packed).mapToInt(Passed::number);
    }

    boolean isEmpty() {
        return packed.length == 0;
    }
}
