package com.videowindow.patina.domain.retention;

/** How much was stored when. */
public interface FactCounts {

    /** Facts that this node could read when it read the log; so some of people who were erased since may be among them. */
    long of(RetentionPeriod period);
}
