package com.videowindow.patina.projections.runner;

import java.util.Collection;
import java.util.Optional;

/** Finds the read models that this node keeps. */
public interface ProjectionDirectory {
    Collection<LiveProjection<?>> all();

    Optional<LiveProjection<?>> named(String name);
}
