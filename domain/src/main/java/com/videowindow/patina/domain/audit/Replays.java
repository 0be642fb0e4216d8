package com.videowindow.patina.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rebuilds read models beside the live ones; readers never see a half-built one. */
public interface Replays {

    /** Starts, or answers the one with this id. @throws IllegalArgumentException when there is no such projection */
    ReplayStatus start(String id, String projection, Instant at);

    List<ReplayStatus> all();

    Optional<ReplayStatus> find(String id);

    /** Ends it where it is; empty when it runs on another node, which alone can do that. */
    Optional<ReplayStatus> cancel(String id);

    /** Goes on where a cancelled or interrupted replay stopped; empty when there is nothing left to go on with. */
    Optional<ReplayStatus> resume(String id);

    /** Names of what can be rebuilt. */
    Set<String> projections();
}
