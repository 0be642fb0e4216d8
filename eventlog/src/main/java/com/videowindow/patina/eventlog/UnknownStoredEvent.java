package com.videowindow.patina.eventlog;

/**
 * The log holds an event whose name or revision this version of the program does not know. Reading stops here rather
 * than leaving the event out: start a version that knows it.
 */
final class UnknownStoredEvent extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnknownStoredEvent(String message) {
        super(message);
    }
}
