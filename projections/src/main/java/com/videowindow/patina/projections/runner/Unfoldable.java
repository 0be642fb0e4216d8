package com.videowindow.patina.projections.runner;

import com.videowindow.patina.domain.LogPosition;

/** A read model, or memory, failed over an event, and will however often it is tried: a defect of ours. Names no personal value. */
public final class Unfoldable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unfoldable(String model, LogPosition position, Throwable failure) {
        super(
                model + " failed over the event at position " + position.value() + " with "
                        + failure.getClass().getSimpleName() + place(failure),
                failure);
    }

    /** The failure's own words are left out: they may quote what the event says. */
    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
