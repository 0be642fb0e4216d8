package com.videowindow.patina.projections.memory;

/** Where the newest events stand and when they were stored, exactly: whoever keeps up is never further behind. */
final class NewestEvents {
    private static final int KEPT = 1 << 13;

    private final long[] positions = new long[KEPT];
    private final long[] millis = new long[KEPT];
    private long added;

    void add(long position, long at) {
        int place = (int) (added % KEPT);
        positions[place] = position;
        millis[place] = at;
        added++;
    }

    /** Whether the event after this position is among them. */
    boolean know(long position) {
        return added > 0 && position >= positions[place(first())] && position < positions[place(added - 1)];
    }

    /** How many events stand up to and with this known position. */
    long upTo(long position) {
        long low = first();
        long high = added;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (positions[place(middle)] <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** When the first event after this known position was stored, in milliseconds since 1970. */
    long next(long position) {
        return millis[place(upTo(position))];
    }

    private long first() {
        return Math.max(0, added - KEPT);
    }

    private static int place(long number) {
        return (int) (number % KEPT);
    }
}
