package com.videowindow.patina.domain.export;

/** Why there is no archive. */
public enum ExportFailure {
    /** The count of the log by its headers found something that the indices did not lead to, or the other way round. */
    INCOMPLETE,
    /** It was begun several times and never came to its end. */
    BROKEN_OFF
}
