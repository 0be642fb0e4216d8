package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.LogPosition;
import java.time.Instant;
import java.util.Optional;

/** The models, as this node knows them, in memory. */
public interface ModelLines {

    /** Whether the log was read to its end once, so that what is not known is not there. */
    boolean isReady();

    ModelLine now();

    /**
     * When the first person, or part of what there was of one, was erased whom a model may have learned from that was trained
     * up to a place; absent where nobody was. Who taught what is written nowhere, so that it is whoever was erased since.
     */
    Optional<Instant> leftSince(LogPosition upTo);
}
