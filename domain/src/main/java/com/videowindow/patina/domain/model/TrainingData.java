package com.videowindow.patina.domain.model;

import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.ContentId;

/**
 * What a training begun now would learn from, for whoever trains elsewhere: of those who allow it and have not left, as a
 * training hears them. People are numbered anew each time, by what they like and not by who they are.
 */
public interface TrainingData {

    /** Takes it, content first. */
    interface Taking {
        /** @param likers how many people like it */
        void content(int number, ContentId content, int likers);

        /**
         * @param liked ascending numbers of content
         * @param strengths in the same order; 1 is a like of which nothing more is known
         */
        void person(int number, int[] liked, double[] strengths);
    }

    /**
     * How much it was.
     *
     * @param upTo where the log ended
     * @param erased people who had been erased
     * @param excluded people who did something, and whom nothing is learned from
     */
    record Extent(LogPosition upTo, int people, long likes, int content, int erased, int excluded) {}

    /** @param most content, that which most people like; walks through the whole log */
    Extent take(int most, Taking taking);
}
