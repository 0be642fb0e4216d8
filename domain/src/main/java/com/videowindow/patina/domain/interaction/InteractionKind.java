package com.videowindow.patina.domain.interaction;

/** What a person did. */
public enum InteractionKind {
    VIEW,
    LIKE,
    COMMENT,
    SHARE,
    SAVE,
    FOLLOW,
    PURCHASE,
    ADD_TO_CART,
    SKIP,
    DISMISS,
    SEARCH,
    IMPRESSION,
    RATE
}
