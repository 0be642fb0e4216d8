package com.videowindow.patina.domain.audit;

/**
 * What became of keys that were tried again.
 *
 * @param mended keys of which nothing waits any more
 * @param failed keys whose first event failed again
 */
public record Retried(int mended, int failed) {}
