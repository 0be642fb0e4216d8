package com.videowindow.patina.domain.model;

/** Why a training was asked for. */
public enum Trigger {
    /** Its time of the day has come. */
    SCHEDULE,
    /** Somebody wanted it. */
    ASKED,
    /** Somebody left of whom a model may have learned. */
    ERASURE
}
