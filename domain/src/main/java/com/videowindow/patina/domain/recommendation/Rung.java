package com.videowindow.patina.domain.recommendation;

/** How much a list could be made of, the best first; why it could not be made of more is a {@link Fallback}. */
public enum Rung {
    /** The person's profile, and what everybody together teaches. */
    HYBRID,
    /** The person's profile alone: nothing goes together yet, or they asked for no more. */
    CONTENT,
    /** What is popular in the categories that were asked for, measured against the most popular of these. */
    SEGMENT_POPULAR,
    /** What is popular at all, in the languages and up to the skill that were stated or asked for. */
    POPULAR,
    /** What editors put first, since nobody likes anything yet. */
    EDITORIAL
}
