package com.videowindow.patina.domain.retention;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/** The secrets of periods. Everything here can be repeated and then changes nothing. */
public interface Periods {

    /** Those up to this month in which something was stored, and which were not ended. */
    List<RetentionPeriod> live(YearMonth through);

    /** Destroys their secrets: durable before it answers. Nobody is given another, on whichever node. */
    void end(Collection<RetentionPeriod> periods, Instant at);

    /** Makes useless what the files of the key store still hold of these secrets. */
    void scrub(Collection<RetentionPeriod> periods);

    /** This node is to ask for keys again, and for events that it has opened. */
    void evict();
}
