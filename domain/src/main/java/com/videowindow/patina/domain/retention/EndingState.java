package com.videowindow.patina.domain.retention;

/** How far an ending is. */
public enum EndingState {
    /** Decided; keys are being destroyed. */
    STARTED,
    /** Nobody can read what the keys covered; read models are being made anew. */
    ENDED,
    COMPLETED
}
