package com.videowindow.patina.learning.ranking;

/** What is chosen from, by number. */
public interface Works {

    /** Numbers of its facets, ascending. */
    int[] facetsOf(int work);

    /** The number of what it has of whom, among its facets; -1 where that is not told. */
    int creatorOf(int work);

    /** Likewise of its category. */
    int categoryOf(int work);
}
