package com.videowindow.patina.domain.retention;

import com.videowindow.patina.domain.erasure.Purge;
import java.time.Instant;

/** Takes what was ended out of the read models. */
public interface Refolding {

    /**
     * Makes the read models that held something of it as the log makes them from now on. Waits for nothing: what takes its
     * time is begun, by one node alone, and asked for again.
     *
     * @throws Purge.NotYet while it is not done
     */
    void refold(Ending ending, Instant now);
}
