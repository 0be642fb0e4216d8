package com.videowindow.patina.eventlog.privacy;

import com.videowindow.patina.domain.SubjectId;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts how often this node read in the log that keys were closed, and whose. What was asked of the store before that may
 * not be written under any more, however long its writer slept. People share a number of places: to be asked again for
 * nothing costs a question, and whoever was erased leaves nothing here.
 */
public final class Closings {
    private static final int PLACES = 1 << 10;

    private final AtomicLongArray last = new AtomicLongArray(PLACES);
    private volatile long everybody;
    private volatile long count;

    /** How many there were by now; what is asked for from here on knows of them. */
    public long now() {
        return count;
    }

    /** The log says that this person's keys are others from there on. */
    public synchronized void close(SubjectId subject) {
        last.set(place(subject), count + 1);
        count = count + 1; // after the place, so that whoever sees the number sees that too
    }

    /** The same of everybody's, or what the log said was not read. */
    public synchronized void closeAll() {
        everybody = count + 1;
        count = count + 1;
    }

    /** Whether nothing was closed that concerns everybody since then. */
    boolean isCurrent(long asOf) {
        return asOf >= everybody;
    }

    /** Whether what was sealed about them, after so many were counted, may still be written. */
    public boolean isCurrent(SubjectId subject, long asOf) {
        return isCurrent(asOf) && asOf >= last.get(place(subject));
    }

    private static int place(SubjectId subject) {
        int hash = subject.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
