package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The watermarks of the segments that this node has of one projection. */
public final class Watermarks {
    private final Map<Integer, Watermark> segments = new ConcurrentHashMap<>();
    private final Bell bell = new Bell();
    private volatile int inAll = 1;

    /** How many segments there are; while fewer are held here, the others are on other nodes or unclaimed. */
    void inAll(int number) {
        inAll = Math.max(1, number);
    }

    void claimed(int segment, LogPosition after) {
        segments.put(segment, new Watermark(after.value()));
        bell.ring();
    }

    void released(int segment) {
        segments.remove(segment);
    }

    /** An event was seen; one that is not accepted needs no writing and so moves the mark by itself. */
    void offered(int segment, LogPosition position, boolean accept) {
        of(segment).offered(position.value(), accept);
        if (!accept) {
            bell.ring();
        }
    }

    void written(int segment, LogPosition position) {
        of(segment).written(position.value());
        bell.ring();
    }

    private Watermark of(int segment) {
        return segments.computeIfAbsent(segment, ignored -> new Watermark(LogPosition.START.value()));
    }

    public int held() {
        return segments.size();
    }

    /** Everything up to here is in the read model, of what this node holds. */
    public LogPosition position() {
        return new LogPosition(
                segments.values().stream().mapToLong(Watermark::position).min().orElse(LogPosition.START.value()));
    }

    public boolean await(LogPosition position, Duration atMost) {
        return bell.await(() -> passed(position), atMost);
    }

    private boolean passed(LogPosition position) {
        return segments.size() >= inAll && position().covers(position);
    }
}
