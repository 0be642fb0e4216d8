package com.videowindow.patina.projections.store;

import org.jspecify.annotations.Nullable;

/**
 * One stored document with how much of the log it has seen.
 *
 * @param position of the last event that it holds; also its external version
 * @param body what is read; absent where the events left nothing, so that a cleared document keeps its version for ever
 */
public record Document<D>(long position, @Nullable D body) {}
