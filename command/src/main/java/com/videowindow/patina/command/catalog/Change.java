package com.videowindow.patina.command.catalog;

/** What a publication did to the catalogue. */
public enum Change {
    CREATED,
    CHANGED,
    UNCHANGED
}
