package com.videowindow.patina.domain.recommendation;

/** What the caller may ask to be ranked by. */
public enum Algorithm {
    COLLABORATIVE,
    CONTENT,
    HYBRID
}
