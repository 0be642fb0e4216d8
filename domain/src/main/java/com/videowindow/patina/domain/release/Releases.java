package com.videowindow.patina.domain.release;

import java.util.List;
import java.util.Optional;

/** The releases of late, as this node knows them, in memory. */
public interface Releases {
    Optional<ReleaseProgress> find(ReleaseId release);

    /** Newest first. */
    List<ReleaseProgress> all();
}
