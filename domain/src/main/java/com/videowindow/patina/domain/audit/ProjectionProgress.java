package com.videowindow.patina.domain.audit;

import com.videowindow.patina.domain.LogPosition;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Watermarks of the read models. */
public interface ProjectionProgress {
    List<ProjectionStatus> all();

    /** Waits until the named projections on this node have passed the position; false when the time ran out. */
    boolean await(Set<String> projections, LogPosition position, Duration atMost);
}
