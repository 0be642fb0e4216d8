package com.videowindow.patina.domain.retention;

/** What was decided and ended, as this node knows it, in memory. */
public interface Retentions {

    /** Whether the log was read to its end once, so that what is not known is not there. */
    boolean isReady();

    RetentionRecord now();
}
