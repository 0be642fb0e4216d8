package com.videowindow.patina.domain.request;

/** How a request was answered. Stored. */
public enum Response {
    COMPLIED,
    COMPLIED_IN_PART,
    /** Nothing is kept about the person. */
    NOTHING_KEPT
}
