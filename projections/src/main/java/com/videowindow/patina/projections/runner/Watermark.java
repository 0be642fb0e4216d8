package com.videowindow.patina.projections.runner;

/**
 * How far one segment has come. Axon stores a token per batch and says nothing of the events between batches that a
 * projection passes over, yet a waiter must be let go for these too. So every event that is offered is noted: the mark
 * stands at the last one offered, unless something accepted is still unwritten.
 */
final class Watermark {
    private long offered;
    private long accepted;
    private long written;

    /** @param start everything up to here is done */
    Watermark(long start) {
        offered = start;
        accepted = start;
        written = start;
    }

    synchronized void offered(long position, boolean accept) {
        offered = Math.max(offered, position);
        if (accept) {
            accepted = Math.max(accepted, position);
        }
    }

    synchronized void written(long position) {
        written = Math.max(written, position);
    }

    synchronized boolean settled() {
        return written >= accepted;
    }

    synchronized long position() {
        return settled() ? offered : written;
    }
}
