package com.videowindow.patina.projections.memory;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Tells whether what memory holds may still be trusted. A probe asks the log for its head; the tail is behind while there
 * is an older answer that it has not reached. An idle log is therefore never behind, and neither is one that does not
 * answer: nothing can be stored there meanwhile, as far as this node can tell, which is believed for a limited time only.
 */
public final class Freshness {
    private static final int MOST_PROBES = 64;

    private final LongSupplier nanos;
    private final long mayLag;
    private final long maySilence;
    private final Deque<Probe> unreached = new ArrayDeque<>();

    private LogPosition reached = LogPosition.START;
    private long answered;
    private boolean ready;
    private boolean over;

    public Freshness(LongSupplier nanos, Duration mayLag, Duration maySilence) {
        this.nanos = nanos;
        this.mayLag = mayLag.toNanos();
        this.maySilence = maySilence.toNanos();
    }

    private record Probe(LogPosition head, long at) {}

    /** The log answered that its head is here. */
    public synchronized void probed(LogPosition head) {
        answered = nanos.getAsLong();
        if (unreached.size() < MOST_PROBES) {
            unreached.addLast(new Probe(head, answered));
        }
        settle();
    }

    /** The tail has handled everything up to here. */
    public synchronized void reached(LogPosition position) {
        reached = position;
        settle();
    }

    /** The tail goes no further: what it holds is not to be trusted from now on. */
    public synchronized void stop() {
        over = true;
    }

    private void settle() {
        while (!unreached.isEmpty() && reached.covers(unreached.getFirst().head())) {
            unreached.removeFirst();
            ready = true;
        }
    }

    /** Whether the head has been reached at least once. */
    public synchronized boolean isReady() {
        return ready;
    }

    /** Whether memory is no more than its bound behind. */
    public synchronized boolean holds() {
        long now = nanos.getAsLong();
        boolean behind = !unreached.isEmpty() && now - unreached.getFirst().at() > mayLag;
        return ready && !over && !behind && now - answered <= maySilence;
    }
}
