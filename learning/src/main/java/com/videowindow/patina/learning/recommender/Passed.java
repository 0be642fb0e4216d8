package com.videowindow.patina.learning.recommender;

import java.io.ByteArrayOutputStream;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What one person met and does not like, by number, the latest last. Not safe for threads.
 *
 * <p>Numbers are kept as bytes of seven bits each: two of a catalogue of sixteen thousand pieces, three of two millions. Whoever
 * passed something on the simulated market passed 21 in the mean (600 people in 60 days), 42 bytes beside 32 of the object and its
 * array; at most it is 600, or 900. To be changed they are all read, which of some hundred takes about a microsecond.
 */
final class Passed {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] coded = {};

    /** It is the latest now; whether it was not there. */
    boolean add(int number) {
        boolean known = remove(number);
        coded = coded(IntStream.concat(numbers(), IntStream.of(number)));
        return !known;
    }

    /** Whether it was there. */
    boolean remove(int number) {
        boolean known = numbers().anyMatch(one -> one == number);
        if (known) {
            coded = coded(numbers().filter(one -> one != number));
        }
        return known;
    }

    /** Lets the earliest go where there are more, and tells of each. */
    void keep(int most, IntConsumer gone) {
        int[] all = numbers().toArray();
        int from = Math.max(0, all.length - most);
        if (from > 0) {
            coded = coded(IntStream.of(all).skip(from));
            IntStream.of(all).limit(from).forEach(gone);
        }
    }

    IntStream numbers() {
        IntStream.Builder all = IntStream.builder();
        int number = 0;
        int shift = 0;
        for (byte next : coded) {
            number |= (next & (MORE - 1)) << shift;
            shift += BITS;
            if (next >= 0) {
                all.add(number);
                number = 0;
                shift = 0;
            }
        }
        return all.build();
    }

    boolean isEmpty() {
        return coded.length == 0;
    }

    int bytes() {
        return coded.length;
    }

    private static byte[] coded(IntStream numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        numbers.forEach(number -> {
            int left = number;
            while (left >= MORE) {
                bytes.write(left | MORE);
                left >>>= BITS;
            }
            bytes.write(left);
        });
        return bytes.toByteArray();
    }
}
