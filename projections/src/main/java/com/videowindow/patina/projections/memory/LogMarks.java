package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogEnd;
import java.time.Instant;
import java.util.Arrays;

/**
 * Which event of the log stands where, and when it was stored: exactly for the newest that were read; of those before,
 * every 64th is remembered (16 bytes) and the others are estimated between them, as are those not read yet between the
 * last one read and where the log says it ends. Good enough to say how far behind somebody is; 10 million events take
 * 2.5 MB.
 */
public final class LogMarks {
    private static final int EVERY = 64;

    private long[] positions = new long[1024];
    private long[] millis = new long[1024];
    private final NewestEvents newest = new NewestEvents();
    private int marks;
    private long read;
    private long lastRead = LogPosition.START.value();
    private LogEnd end = LogEnd.NONE;
    private Instant unreadSince = Instant.EPOCH;

    public synchronized void add(LogPosition position, Instant at) {
        if (read % EVERY == 0) {
            if (marks == positions.length) {
                positions = Arrays.copyOf(positions, marks * 2);
                millis = Arrays.copyOf(millis, marks * 2);
            }
            positions[marks] = position.value();
            millis[marks] = at.toEpochMilli();
            marks++;
        }
        newest.add(position.value(), at.toEpochMilli());
        read++;
        lastRead = position.value();
        unreadSince = at;
        if (read > end.events()) {
            end = new LogEnd(position, read, at);
        }
    }

    /** The log says where it ends, which may be far past what was read of it. */
    public synchronized void endsAt(LogEnd told) {
        if (told.events() > end.events()) {
            if (read == end.events()) {
                unreadSince = told.at();
            }
            end = told;
        }
    }

    /** How many events the log has. */
    public synchronized long events() {
        return end.events();
    }

    synchronized long read() {
        return read;
    }

    /** About how many events stand after this position. */
    public synchronized long after(LogPosition position) {
        return position.covers(end.position()) ? 0 : Math.max(1, end.events() - upTo(position.value()));
    }

    private long upTo(long position) {
        if (position >= lastRead) {
            return read + unread(position);
        }
        return newest.know(position) ? newest.upTo(position) : uptoMark(position);
    }

    private long unread(long position) {
        double share = (double) (position - lastRead) / (end.position().value() - lastRead);
        return (long) (share * (end.events() - read));
    }

    private long uptoMark(long position) {
        int mark = markAt(position);
        if (mark < 0) {
            return 0;
        }
        long first = positions[mark];
        boolean last = mark == marks - 1;
        long next = last ? lastRead + 1 : positions[mark + 1];
        long inside = last ? read - (long) mark * EVERY : EVERY;
        double share = next == first ? 1 : (double) (position - first) / (next - first);
        return (long) mark * EVERY + Math.clamp((long) (share * inside) + 1, 1, inside);
    }

    /** About when the first event after this position was stored. */
    public synchronized Instant next(LogPosition position) {
        if (position.value() >= lastRead) {
            return unreadSince;
        }
        if (newest.know(position.value())) {
            return Instant.ofEpochMilli(newest.next(position.value()));
        }
        return Instant.ofEpochMilli(millis[Math.min(markAt(position.value()) + 1, marks - 1)]);
    }

    private int markAt(long position) {
        int found = Arrays.binarySearch(positions, 0, marks, position);
        return found >= 0 ? found : -found - 2;
    }
}
