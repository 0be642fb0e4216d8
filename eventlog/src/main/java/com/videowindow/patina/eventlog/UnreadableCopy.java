package com.videowindow.patina.eventlog;

/** A file is not a whole copy of a log. */
final class UnreadableCopy extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableCopy(String message) {
        super(message);
    }
}
