package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Watermarks of the read models. */
public interface ProjectionProgress {
    List<ProjectionStatus> all();

    /**
     * Waits until the named projections on this node have passed the position; false when the time ran out. {@code
     * memory} is what this node holds in memory; {@code shown} also what it offers from it, which follows a moment later.
     */
    boolean await(Set<String> projections, LogPosition position, Duration atMost);
}
