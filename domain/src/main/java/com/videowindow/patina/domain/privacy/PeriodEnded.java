package com.videowindow.patina.domain.privacy;

/** What is said to happen now would be stored among what was kept for long enough: the clock of this node is wrong. */
public class PeriodEnded extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public PeriodEnded() {
        super("the time in which this would be stored has ended; the clock may be wrong");
    }
}
