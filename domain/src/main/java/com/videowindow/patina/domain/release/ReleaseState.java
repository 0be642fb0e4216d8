package com.videowindow.patina.domain.release;

/** How a release stands. */
public enum ReleaseState {
    ASKED,
    GRANTED,
    /** Refused, or taken back. */
    REFUSED
}
