package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.Arrays;

/**
 * Which event of the log stands where, and when it was stored: every 64th is remembered (16 bytes), the others are
 * estimated between them. Good enough to say how far behind somebody is; 10 million events take 2.5 MB.
 */
public final class LogMarks {
    private static final int EVERY = 64;

    private long[] positions = new long[1024];
    private long[] millis = new long[1024];
    private int marks;
    private long events;
    private long lastPosition = LogPosition.START.value();

    public synchronized void add(LogPosition position, Instant at) {
        if (events % EVERY == 0) {
            if (marks == positions.length) {
                positions = Arrays.copyOf(positions, marks * 2);
                millis = Arrays.copyOf(millis, marks * 2);
            }
            positions[marks] = position.value();
            millis[marks] = at.toEpochMilli();
            marks++;
        }
        events++;
        lastPosition = position.value();
    }

    public synchronized long events() {
        return events;
    }

    public synchronized LogPosition last() {
        return new LogPosition(lastPosition);
    }

    /** About how many events stand after this position. */
    public synchronized long after(LogPosition position) {
        if (position.value() >= lastPosition) {
            return 0;
        }
        return Math.max(1, events - upTo(position.value()));
    }

    /** About how many events stand up to and with this position. */
    public synchronized long upTo(LogPosition position) {
        return position.value() >= lastPosition ? events : upTo(position.value());
    }

    private long upTo(long position) {
        int mark = markAt(position);
        if (mark < 0) {
            return 0;
        }
        long first = positions[mark];
        boolean last = mark == marks - 1;
        long next = last ? lastPosition + 1 : positions[mark + 1];
        long inside = last ? events - (long) mark * EVERY : EVERY;
        double share = next == first ? 1 : (double) (position - first) / (next - first);
        return (long) mark * EVERY + Math.clamp((long) (share * inside) + 1, 1, inside);
    }

    /** About when the first event after this position was stored. */
    public synchronized Instant next(LogPosition position) {
        int mark = Math.max(0, markAt(position.value()));
        return marks == 0 ? Instant.EPOCH : Instant.ofEpochMilli(millis[mark]);
    }

    private int markAt(long position) {
        int found = Arrays.binarySearch(positions, 0, marks, position);
        return found >= 0 ? found : -found - 2;
    }
}
