package com.videowindow.patina.domain.feedback;

/** The forms that explicit feedback takes. */
public enum FeedbackType {
    /** Needs a value of 0.5 to 5. */
    RATING,
    LIKE,
    DISLIKE,
    NOT_INTERESTED,
    /** Needs a text. */
    COMMENT
}
