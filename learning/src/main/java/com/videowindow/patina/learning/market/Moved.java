package com.videowindow.patina.learning.market;

/**
 * What a burst of bots did to one way of ranking.
 *
 * @param before mean rank of the pushed work for honest people, from 1
 * @param after the same when the bots have been at work
 */
public record Moved(String by, int people, double before, double after) {

    /** As a share of the rank before; below 0 for up. */
    public double share() {
        return (after - before) / before;
    }
}
