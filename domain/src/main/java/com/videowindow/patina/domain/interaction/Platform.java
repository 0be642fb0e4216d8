package com.videowindow.patina.domain.interaction;

/** What the person used. */
public enum Platform {
    WEB,
    IOS,
    ANDROID,
    TV,
    OTHER
}
