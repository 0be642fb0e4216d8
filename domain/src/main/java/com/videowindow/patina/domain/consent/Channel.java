package com.videowindow.patina.domain.consent;

/** Where a choice was made. {@link #IMPORT} marks choices taken over with a data set: compliance figures leave them out. */
public enum Channel {
    WEB,
    IOS,
    ANDROID,
    API,
    SUPPORT,
    IMPORT
}
