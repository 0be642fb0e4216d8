package com.videowindow.patina.domain;

/**
 * A place in the log: {@code block << 12 | offset}. Total order, no gaps between blocks; {@link #START} lies before the
 * first event.
 */
public record LogPosition(long value) implements Comparable<LogPosition> {

    public static final int OFFSET_BITS = 12;
    public static final int MAX_EVENTS_PER_BLOCK = 1 << OFFSET_BITS;
    public static final LogPosition START = new LogPosition(-1);

    public LogPosition {
        if (value < -1) {
            throw new IllegalArgumentException("position must not be negative");
        }
    }

    public static LogPosition of(long block, int offset) {
        if (block < 0 || offset < 0 || offset >= MAX_EVENTS_PER_BLOCK) {
            throw new IllegalArgumentException("no such position: block " + block + ", offset " + offset);
        }
        return new LogPosition(block << OFFSET_BITS | offset);
    }

    public long block() {
        return value >> OFFSET_BITS;
    }

    public int offset() {
        return (int) (value & (MAX_EVENTS_PER_BLOCK - 1));
    }

    public boolean covers(LogPosition other) {
        return value >= other.value;
    }

    @Override
    public int compareTo(LogPosition other) {
        return Long.compare(value, other.value);
    }
}
