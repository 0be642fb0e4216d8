package com.videowindow.patina.eventlog.privacy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Random bytes for keys and nonces from one generator for all threads, drawn some hundred at a time: a draw costs a look at
 * the system's generator, and a generator for each thread costs far more where every request has a thread of its own.
 */
final class Randomness {
    private static final SecureRandom GENERATOR = new SecureRandom();
    private static final ReentrantLock DRAWING = new ReentrantLock();
    private static final byte[] DRAWN = new byte[4_096];
    private static int used = DRAWN.length;

    private Randomness() {}

    static byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        fill(bytes, number);
        return bytes;
    }

    /** The first so many bytes of this, at most 4,096. */
    static void fill(byte[] into, int number) {
        DRAWING.lock();
        try {
            if (DRAWN.length - used < number) {
                GENERATOR.nextBytes(DRAWN);
                used = 0;
            }
            System.arraycopy(DRAWN, used, into, 0, number);
            Arrays.fill(DRAWN, used, used + number, (byte) 0);
            used += number;
        } finally {
            DRAWING.unlock();
        }
    }
}
