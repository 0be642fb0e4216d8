package com.videowindow.patina.query.recommendation;

/** Why a list has no items. */
public enum Emptiness {
    /** Nothing that is shown now is in the pool and passes the filters. */
    NOTHING_IN_POOL,
    /**
     * The person has seen or dismissed all of it, avoids it, or states that it is not for them; or it is excluded, or stood on
     * the pages before.
     */
    NOTHING_LEFT
}
