package com.videowindow.patina.eventlog.privacy;

/** A file is not a whole backup of keys, or not under this recovery key. */
final class UnreadableBackup extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableBackup(String message) {
        super(message);
    }
}
