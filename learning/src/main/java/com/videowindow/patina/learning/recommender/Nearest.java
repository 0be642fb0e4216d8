package com.videowindow.patina.learning.recommender;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The best few of many: a binary min-heap of longs, similarity in the upper half, so that ties go to the lower number.
 * Most offers are turned away by one comparison with the root.
 */
final class Nearest {
    private final long[] heap;
    private int size;

    Nearest(int most) {
        heap = new long[most];
    }

    void offer(int item, float similarity) {
        long key = (long) sortable(Float.floatToIntBits(similarity)) << 32 | 0xFFFF_FFFFL - item;
        if (size < heap.length) {
            heap[size] = key;
            up(size++);
        } else if (key > heap[0]) {
            heap[0] = key;
            down();
        }
    }

    /** Bits of numbers below nought grow as the numbers fall: turned, they do not. Done twice it changes nothing. */
    private static int sortable(int bits) {
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** Best first. */
    int[] items() {
        return best().mapToInt(key -> (int) (0xFFFF_FFFFL - (key & 0xFFFF_FFFFL)))
                .toArray();
    }

    /** In the order of {@link #items}. */
    float[] similarities() {
        long[] keys = best().toArray();
        float[] values = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = Float.intBitsToFloat(sortable((int) (keys[i] >>> 32)));
        }
        return values;
    }

    private LongStream best() {
        return Arrays.stream(heap, 0, size).map(key -> -key).sorted().map(key -> -key);
    }

    private void up(int start) {
        int at = start;
        while (at > 0 && heap[at] < heap[(at - 1) / 2]) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down() {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[at] <= heap[child]) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int one, int other) {
        long kept = heap[one];
        heap[one] = heap[other];
        heap[other] = kept;
    }
}
