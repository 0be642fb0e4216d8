package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** How far each segment of one projection has come: exactly for those of this node, by hearsay for the others. */
final class Watermarks {
    private final Map<Integer, Watermark> here = new ConcurrentHashMap<>();
    private final Map<Integer, Long> elsewhere = new ConcurrentHashMap<>();
    private final Arrivals arrivals = new Arrivals(this::position);
    private volatile Set<Integer> all = Set.of(0);
    private volatile boolean resumed;

    /** These segments make up the projection. */
    void segments(int[] ids) {
        Set<Integer> known = new TreeSet<>();
        for (int id : ids) {
            known.add(id);
        }
        if (!known.isEmpty()) {
            all = Set.copyOf(known);
        }
    }

    void claimed(int segment, LogPosition after) {
        if (!after.equals(LogPosition.START)) {
            resumed = true;
        }
        here.put(segment, new Watermark(after.value()));
        arrivals.moved();
    }

    /** What was written here is there whoever goes on, also what no other node has been told of yet. */
    void released(int segment) {
        Watermark mark = here.get(segment);
        if (mark != null) {
            heard(segment, mark.position());
            here.remove(segment);
        }
    }

    /**
     * An event was seen; one that is not accepted needs no writing and so moves the mark by itself. Axon goes on offering
     * for a moment after a segment was lost: that says nothing of how far whoever has it now has come.
     */
    void offered(int segment, LogPosition position, boolean accept) {
        Watermark mark = here.get(segment);
        if (mark == null) {
            return;
        }
        mark.offered(position.value(), accept);
        if (!accept) {
            arrivals.moved();
        }
    }

    void written(int segment, LogPosition position) {
        Watermark mark = here.get(segment);
        if (mark != null) {
            mark.written(position.value());
            arrivals.moved();
        }
    }

    /** Another node says that it has come this far. */
    void heard(int segment, long position) {
        elsewhere.merge(segment, position, Math::max);
        arrivals.moved();
    }

    /** Whether a segment was taken over with a part of the log behind it. */
    boolean resumed() {
        return resumed;
    }

    /** Whether everything that was accepted on this node is written. */
    boolean settled() {
        return here.values().stream().allMatch(Watermark::settled);
    }

    /** Whether all segments here are written and equally far: each was offered everything that there is. */
    boolean level() {
        return settled()
                && here.values().stream().map(Watermark::position).distinct().count() <= 1;
    }

    int held() {
        return here.size();
    }

    Map<Integer, Watermark> here() {
        return here;
    }

    /** Segments that this node does not have. */
    Set<Integer> missing() {
        Set<Integer> missing = new TreeSet<>(all);
        missing.removeAll(here.keySet());
        return missing;
    }

    /** Everything up to here is in the read model, as far as this node knows. */
    LogPosition position() {
        long lowest = Long.MAX_VALUE;
        for (int segment : all) {
            Watermark mark = here.get(segment);
            long position = mark == null ? elsewhere.getOrDefault(segment, LogPosition.START.value()) : mark.position();
            lowest = Math.min(lowest, position);
        }
        return new LogPosition(lowest);
    }

    boolean await(LogPosition position, Duration atMost) {
        return arrivals.await(position, atMost);
    }
}
